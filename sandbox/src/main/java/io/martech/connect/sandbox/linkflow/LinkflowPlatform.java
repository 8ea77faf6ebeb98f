package io.martech.connect.sandbox.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.token.PlainTokens;
import io.martech.connect.sandbox.linkflow.contact.ContactWriter;
import io.martech.connect.sandbox.linkflow.contact.LinkflowContacts;
import io.martech.connect.sandbox.linkflow.generated.Channels;
import io.martech.connect.sandbox.linkflow.generated.GeneratedContact;
import io.martech.connect.sandbox.linkflow.generated.GeneratedOrder;
import io.martech.connect.sandbox.linkflow.group.LinkflowDimensions;
import io.martech.connect.sandbox.linkflow.group.LinkflowDirectory;
import io.martech.connect.sandbox.linkflow.group.LinkflowGroups;
import io.martech.connect.sandbox.linkflow.group.LinkflowQrCodes;
import io.martech.connect.sandbox.linkflow.group.LinkflowReports;
import io.martech.connect.sandbox.linkflow.message.MessageLog;
import io.martech.connect.sandbox.linkflow.message.Messages;
import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import io.martech.connect.sandbox.linkflow.model.Changes;
import io.martech.connect.sandbox.linkflow.model.IdSequence;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Table;
import io.martech.connect.sandbox.linkflow.order.LinkflowOrders;
import io.martech.connect.sandbox.linkflow.order.OrderWriter;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTagExports;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTagFiles;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTags;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a simulated Linkflow tenant, and the hand that changes it behind the clients' backs. Thread-safe.
 *
 * <p>Changes happen at the present of the clock given. What readers see of them follows {@link LinkflowQuirks}; the methods
 * here that return rows always show the newest state, which readers see at rest: when nothing changes and the longest commit delay
 * has passed.
 */
public final class LinkflowPlatform {
    /** The App key that the simulated tenant has created. */
    public static final String APP_KEY = "sandbox-app-key";

    /** The App secret that belongs to it. */
    public static final String APP_SECRET = "sandbox-app-secret";

    private static final long FIRST_FOLDER_ID = 174;

    private final LinkflowQuirks quirks = new LinkflowQuirks();
    private final ApiConditions conditions;
    private final PlainTokens tokens;
    private final LinkflowTags tags;
    private final LinkflowTagFiles tagFiles;
    private final LinkflowTagExports tagExports;
    private final LinkflowGroups groups;
    private final LinkflowDirectory folders;
    private final LinkflowQrCodes qrCodes;
    private final LinkflowDimensions dimensions = new LinkflowDimensions();
    private final LinkflowReports reports = new LinkflowReports();
    private final LinkflowOrders orders;
    private final LinkflowContacts contacts;
    private final Channels channels = new Channels();
    private final MessageLog log = new MessageLog();
    private final Messages messages;

    /**
     * An empty platform.
     *
     * @param clock the platform's own clock
     * @param seed everything random follows from it and from the order of the calls
     */
    public LinkflowPlatform(InstantSource clock, long seed) {
        this.conditions = new ApiConditions(clock, seed);
        this.tokens = new PlainTokens(clock, seed, quirks.tokenLife, quirks.oneTokenAtATime);
        this.tags = new LinkflowTags(clock, quirks);
        Changes changes = new Changes(clock, seed, quirks);
        Table orderTable = new Table(changes, IdSequence.ofOrders(), GeneratedOrder.IDS, 1, GeneratedOrder::new);
        Table contactTable = new Table(changes, IdSequence.ofContacts(), 1, 0, GeneratedContact::new);
        this.orders = new LinkflowOrders(clock, quirks, orderTable);
        this.contacts = new LinkflowContacts(clock, quirks, contactTable);
        this.tagFiles = new LinkflowTagFiles(clock, tags, quirks, contacts::with);
        this.tagExports = new LinkflowTagExports(clock, tags);
        this.groups = new LinkflowGroups(
                clock, quirks, id -> contacts.find(id).orElse(JsonText.nodes().missingNode()));
        this.folders = new LinkflowDirectory(clock, quirks, FIRST_FOLDER_ID);
        this.qrCodes = new LinkflowQrCodes(clock, quirks);
        this.messages = new Messages(
                channels,
                new ContactWriter(contacts, quirks, log::ignored),
                new OrderWriter(orderTable, quirks, log::ignored),
                quirks,
                log);
    }

    /** How it answers whatever is asked: latency, {@code Date} headers. */
    public ApiConditions conditions() {
        return conditions;
    }

    /** How this platform behaves. */
    public LinkflowQuirks quirks() {
        return quirks;
    }

    /** The access tokens issued for its App. */
    public PlainTokens tokens() {
        return tokens;
    }

    /** Its orders. */
    public LinkflowOrders orders() {
        return orders;
    }

    /** Its contacts. */
    public LinkflowContacts contacts() {
        return contacts;
    }

    /** Its tags and their values, those of files too whose calculation has ended by now; none at first. */
    public LinkflowTags tags() {
        tagFiles.endThoseThatAreDue();
        return tags;
    }

    /** Its files of tag values; none at first. */
    public LinkflowTagFiles tagFiles() {
        return tagFiles;
    }

    /** Its exports of tag values; none at first. */
    public LinkflowTagExports tagExports() {
        return tagExports;
    }

    /** Its groups and their members; none at first. */
    public LinkflowGroups groups() {
        return groups;
    }

    /** Its folders of tags; none at first. */
    public LinkflowDirectory folders() {
        return folders;
    }

    /** Its WeCom channels and their QR codes; none at first. */
    public LinkflowQrCodes qrCodes() {
        return qrCodes;
    }

    /** Its dimension tables; none at first. */
    public LinkflowDimensions dimensions() {
        return dimensions;
    }

    /** Its reports and dashboards; none at first. */
    public LinkflowReports reports() {
        return reports;
    }

    /** What the identities call answers of a contact; a missing node if there is no such contact. */
    public JsonNode identitiesOf(long contactId) {
        Optional<JsonNode> contact = contacts.find(contactId);
        if (contact.isEmpty()) {
            return JsonText.nodes().missingNode();
        }
        ArrayNode list = JsonText.array();
        contacts.identitiesOf(contactId).forEach(identity -> list.addObject()
                .put("id", identity.id())
                .put("type", identity.type())
                .set("dateCreated", contact.get().get("dateCreated")));
        return list;
    }

    /** What the channel accounts call answers of a contact; a missing node if there is no such contact. */
    public JsonNode channelIdentitiesOf(long contactId) {
        Optional<JsonNode> contact = contacts.find(contactId);
        if (contact.isEmpty()) {
            return JsonText.nodes().missingNode();
        }
        ArrayNode list = JsonText.array();
        ObjectNode account = list.addObject();
        account.put("id", contactId + 1).put("contactId", contactId).put("channelId", 140_926_029_029_409L);
        account.put("isActive", true).put("ver", 2).put("externalId", "wm" + contactId);
        account.set("dateCreated", contact.get().get("dateCreated"));
        account.putObject("channel").put("id", 140_926_029_029_409L).put("channelType", "WORKWECHAT_PRO");
        return list;
    }

    /** What the tags call answers of a contact. */
    public JsonNode tagsOf(long contactId) {
        ArrayNode list = JsonText.array();
        tags().valuesOf(contactId).forEach((key, value) -> {
            JsonNode tag = tags.byKey().get(key);
            ObjectNode row = list.addObject();
            row.set("tagId", tag.get("tagId"));
            row.set("tagName", tag.get("tagName"));
            row.put("tagKey", key).put("value", value);
        });
        return list;
    }

    /**
     * Adds a channel that messages may name. There are {@code udc_12SyQfFmg} (UDC, the one that generated orders come from),
     * {@code ttmp_sandbox} (TTMP), {@code wxa_sandbox} (WECHAT_WXA), {@code youzan_sandbox} (YOUZAN) and
     * {@code youzanself_sandbox} (YOUZANSELF) already.
     */
    public void addChannel(String key, String type) {
        channels.add(key, type);
    }

    /** The numeric ids of all channels, by key. */
    public Map<String, Long> channelIds() {
        return channels.ids();
    }

    /** Every message that was applied, in the order in which it was applied. */
    public List<ReceivedMessage> receivedMessages() {
        return log.messages();
    }

    /** How many messages were applied. */
    public int receivedMessageCount() {
        return log.size();
    }

    /** How many messages came with a {@code message_id} that had come before, applied again or not. */
    public long repeatedMessageCount() {
        return log.repeated();
    }

    /** Fields of message data that no table of the document lists and that had no effect, with how often they came. */
    public Map<String, Long> ignoredFields() {
        return log.ignoredFields();
    }

    public Messages messages() {
        return messages;
    }
}
