package io.martech.connect.sandbox.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The state of a simulated Linkflow tenant, and the hand that changes it behind the clients' backs. Thread-safe.
 *
 * <p>Changes happen at the present of the clock given. What readers see of them follows {@link LinkflowBehaviour}; the methods
 * here that return rows always show the newest state, which readers see at rest: when nothing changes and the longest commit delay
 * has passed.
 */
public final class LinkflowPlatform {

    private static final long FIRST_FOLDER_ID = 174;

    private final LinkflowBehaviour behaviour;
    private final InstantSource clock;
    private final long seed;
    private final LinkflowTokens tokens;
    private final LinkflowTags tags;
    private final LinkflowGroups groups;
    private final LinkflowDirectory folders;
    private final LinkflowQrCodes qrCodes;
    private final LinkflowDimensions dimensions = new LinkflowDimensions();
    private final LinkflowReports reports = new LinkflowReports();
    private final Table orders;
    private final Contacts contacts;
    private final Channels channels = new Channels();
    private final MessageLog log = new MessageLog();
    private final Messages messages;

    /** An empty platform with default behaviour. */
    public LinkflowPlatform(InstantSource clock, long seed) {
        this(clock, seed, new LinkflowBehaviour());
    }

    /**
     * An empty platform.
     *
     * @param clock the platform's own clock
     * @param seed everything random follows from it and from the order of the calls
     * @param behaviour may be changed at any time
     */
    public LinkflowPlatform(InstantSource clock, long seed, LinkflowBehaviour behaviour) {
        this.clock = clock;
        this.seed = seed;
        this.behaviour = behaviour;
        this.tokens = new LinkflowTokens(clock, behaviour, seed);
        this.tags = new LinkflowTags(clock, behaviour);
        Changes changes = new Changes(clock, seed, behaviour);
        this.orders = new Table(changes, IdSequence.ofOrders(), GeneratedOrder.IDS, 1, GeneratedOrder::new);
        this.contacts = new Contacts(new Table(changes, IdSequence.ofContacts(), 1, 0, GeneratedContact::new));
        this.groups = new LinkflowGroups(
                clock, behaviour, id -> contact(id).orElse(Json.nodes().missingNode()));
        this.folders = new LinkflowDirectory(clock, behaviour, FIRST_FOLDER_ID);
        this.qrCodes = new LinkflowQrCodes(clock, behaviour);
        this.messages = new Messages(
                channels,
                new ContactWriter(contacts, behaviour, log::ignored),
                new OrderWriter(orders, behaviour, log::ignored),
                behaviour,
                log);
    }

    /** How this platform behaves. */
    public LinkflowBehaviour behaviour() {
        return behaviour;
    }

    /** Its credentials and tokens. */
    public LinkflowTokens tokens() {
        return tokens;
    }

    /** Its tags and their values; none at first. */
    public LinkflowTags tags() {
        return tags;
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
        return new ContactSides(this).identities(contactId).orElse(Json.nodes().missingNode());
    }

    /** What the channel accounts call answers of a contact; a missing node if there is no such contact. */
    public JsonNode channelIdentitiesOf(long contactId) {
        return new ContactSides(this)
                .channelIdentities(contactId)
                .orElse(Json.nodes().missingNode());
    }

    /** What the tags call answers of a contact. */
    public JsonNode tagsOf(long contactId) {
        return new ContactSides(this).tags(contactId);
    }

    /** Inserts an order with generated content. @return its id */
    public long insertOrder() {
        return orders.insert(false);
    }

    /** Inserts orders with generated content, all of them within the present second. @return their ids, ascending */
    public List<Long> insertOrders(int count) {
        List<Long> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(insertOrder());
        }
        return ids;
    }

    /**
     * Inserts an order with times of its own, visible at once.
     *
     * @param updated null for a row that the platform shows without {@code lastUpdated}; no window shows such a row
     * @return its id, above all ids before
     */
    public long insertOrderWithTimes(Instant created, Instant updated) {
        return orders.insertHistoric(created.getEpochSecond(), epochSecond(updated), false);
    }

    /** Inserts orders created one after the other in the time before the present, each unchanged since; visible at once. */
    public List<Long> insertOrderHistory(int count, Duration span) {
        return History.spread(count, span, clock, second -> orders.insertHistoric(second, second, false));
    }

    /** Updates an order now: other content, the next {@code ver}. */
    public void updateOrder(long id) {
        orders.update(id, true);
    }

    /** Changes an order's content and {@code lastUpdated} without moving its {@code ver}. */
    public void updateOrderWithoutNewVersion(long id) {
        orders.update(id, false);
    }

    /** Updates an order now by editing its fields; {@code lastUpdated} and {@code ver} follow. */
    public void updateOrder(long id, Consumer<ObjectNode> edit) {
        orders.update(id, behaviour.time(), editing(edit));
    }

    /** Updates orders at random, a few hot ones again and again. @return the ids, one per update */
    public List<Long> updateRandomOrders(int count) {
        return repeat(count, orders::updateAny);
    }

    /** Every order as it stands, by id. Large: a few kilobytes per order. */
    public NavigableMap<Long, JsonNode> ordersById() {
        return rendered(orders.newest());
    }

    /** An order as it stands. */
    public Optional<JsonNode> order(long id) {
        return orders.newest(id).map(row -> row.render(behaviour.time()));
    }

    /** The ids of all orders, ascending. */
    public List<Long> orderIds() {
        return orders.newest().stream().map(Row::id).sorted().toList();
    }

    /** How many orders there are. */
    public int orderCount() {
        return orders.size();
    }

    /** Inserts a named contact with generated content. @return its id */
    public long insertContact() {
        return contacts.insert(false);
    }

    /** Inserts an anonymous contact with generated content. @return its id */
    public long insertAnonymousContact() {
        return contacts.insert(true);
    }

    /** Inserts named contacts with generated content, all of them within the present second. @return their ids */
    public List<Long> insertContacts(int count) {
        List<Long> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(insertContact());
        }
        return ids;
    }

    /**
     * Inserts a named contact with times of its own, visible at once.
     *
     * @param updated null for a row that the platform shows without {@code lastUpdated}; no window shows such a row
     */
    public long insertContactWithTimes(Instant created, Instant updated) {
        return contacts.insertHistoric(created.getEpochSecond(), epochSecond(updated), false);
    }

    /** Inserts named contacts created one after the other in the time before the present; visible at once. */
    public List<Long> insertContactHistory(int count, Duration span) {
        return History.spread(count, span, clock, second -> contacts.insertHistoric(second, second, false));
    }

    /** Updates a contact now: other content. */
    public void updateContact(long id) {
        contacts.table().update(id, true);
    }

    /** Updates a contact now by editing its fields. */
    public void updateContact(long id, Consumer<ObjectNode> edit) {
        contacts.update(id, behaviour.time(), editing(edit));
    }

    /** Updates contacts at random, a few hot ones again and again. @return the ids, one per update */
    public List<Long> updateRandomContacts(int count) {
        return repeat(count, contacts.table()::updateAny);
    }

    /** Deletes a contact, as a merge with another one would. */
    public void deleteContact(long id) {
        contacts.delete(id);
    }

    /** Every contact as it stands, in the form of the detail call with open ids, by id. */
    public NavigableMap<Long, JsonNode> contactsById() {
        return rendered(contacts.table().newest());
    }

    /** A contact as it stands, in the form of the detail call with open ids. */
    public Optional<JsonNode> contact(long id) {
        return contacts.table().newest(id).map(row -> row.render(behaviour.time()));
    }

    /** The ids of all contacts, ascending. */
    public List<Long> contactIds() {
        return contacts.table().newest().stream().map(Row::id).sorted().toList();
    }

    /** How many contacts there are, named and anonymous. */
    public int contactCount() {
        return contacts.table().size();
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

    /** The id of the contact that an identity belongs to. */
    public Optional<Long> contactWith(Identity identity) {
        return contacts.find(identity);
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

    Messages messages() {
        return messages;
    }

    InstantSource clock() {
        return clock;
    }

    long seed() {
        return seed;
    }

    Table orders() {
        return orders;
    }

    Contacts contacts() {
        return contacts;
    }

    private NavigableMap<Long, JsonNode> rendered(List<Row> rows) {
        NavigableMap<Long, JsonNode> byId = new TreeMap<>();
        PlatformTime time = behaviour.time();
        rows.forEach(row -> byId.put(row.id(), row.render(time)));
        return byId;
    }

    private static long epochSecond(Instant updated) {
        return updated == null ? Row.WITHOUT_UPDATE_TIME : updated.getEpochSecond();
    }

    private static UnaryOperator<ObjectNode> editing(Consumer<ObjectNode> edit) {
        return row -> {
            edit.accept(row);
            return row;
        };
    }

    private static List<Long> repeat(int count, Supplier<Optional<Long>> update) {
        List<Long> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            update.get().ifPresent(ids::add);
        }
        return ids;
    }
}
