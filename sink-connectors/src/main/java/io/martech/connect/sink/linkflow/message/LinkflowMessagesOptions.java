package io.martech.connect.sink.linkflow.message;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.linkflow.form.DataFields;
import io.martech.connect.sink.linkflow.form.DocumentedData;
import io.martech.connect.sink.linkflow.form.NullFields;
import io.martech.connect.sink.linkflow.form.WriteTables;
import io.martech.connect.sink.linkflow.identity.IdentitiesField;
import io.martech.connect.sink.linkflow.identity.IdentityFields;
import io.martech.connect.sink.linkflow.identity.IdentityMapping;
import io.martech.connect.sink.linkflow.message.MessageMapping.Endpoint;
import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.IgnoredValues;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@code LinkflowMessagesSinkConnector}. */
public final class LinkflowMessagesOptions extends AbstractConfig {

    static final String CHANNEL_KEY = "channel.key";
    static final String CHANNEL_KEY_FIELD = "channel.key.field";
    static final String CHANNEL_TYPE = "channel.type";
    static final String CHANNEL_TYPE_FIELD = "channel.type.field";
    static final String MESSAGE_DOMAIN = "message.domain";
    static final String MESSAGE_DOMAIN_FIELD = "message.domain.field";
    static final String EVENT_NAME = "event.name";
    static final String EVENT_NAME_FIELD = "event.name.field";
    static final String TIMESTAMP_FIELD = "timestamp.field";
    static final String ORDER_PATH = "order.path";
    static final String ORDER_DOMAIN = "order.domain";
    static final String MESSAGE_ID_FIELD = "message.id.field";
    static final String MESSAGE_ID_SEED = "message.id.seed";
    static final String DATA_FIELDS = "data.fields";

    /** Used for /open/messages and for orders; the path of orders is documented in two ways. */
    private static final String MESSAGES_PATH = "/open/messages";

    private static final String PATHS =
            " Paths are dotted: customer.phone is a nested field, key.id a field of the record's key.";

    private static final String EVENT = MessageDomain.EVENT.word();

    /** No limit is documented; a contact seldom has more records at once. */
    private static final int BATCH_SIZE_DEFAULT = 50;

    public LinkflowMessagesOptions(Map<String, String> properties) {
        // Not logged: the App Key would be among the values.
        super(definition(), properties, false);
    }

    /** All options, in the order of the reference. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        definePeople(new OptionGroup(definition, "Identity"));
        defineChannel(new OptionGroup(definition, "Channel"));
        defineMessages(new OptionGroup(definition, "Messages"));
        defineData(new OptionGroup(definition, "Data"));
        SinkKeys.define(definition, "linkflow", BATCH_SIZE_DEFAULT);
        HttpOptions.define(definition);
        return definition;
    }

    private static void definePeople(OptionGroup group) {
        group.list(SharedOptions.IDENTITY_FIELDS, "")
                .check(PathAndName.validator("type"))
                .high()
                .named("Identity fields")
                .doc("Fields that identify the person, as comma-separated pairs path:type such as"
                        + " mobilePhone:mobilePhone,email:email. Types are passed on as spelled here. Set either this"
                        + " or " + SharedOptions.IDENTITIES_FIELD + "." + PATHS)
                .text(SharedOptions.IDENTITIES_FIELD, null)
                .check(Validators.orNothing(FieldPath.validator()))
                .named("Identities field")
                .doc("Path of a field with a list of objects, each with the fields id and type. Set either this or "
                        + SharedOptions.IDENTITY_FIELDS + ".");
        SharedOptions.defineIgnoredValues(group);
    }

    private static void defineChannel(OptionGroup group) {
        group.text(CHANNEL_KEY, null)
                .check(Validators.orNothing(Validators.platformId()))
                .high()
                .named("Channel key")
                .doc("Id of the channel that the messages belong to, such as udc_12SyQfFmg. Set either this or "
                        + CHANNEL_KEY_FIELD + ".")
                .text(CHANNEL_KEY_FIELD, null)
                .check(Validators.orNothing(FieldPath.validator()))
                .named("Channel key field")
                .doc("Path of the field that holds the id of the record's channel. Set either this or " + CHANNEL_KEY
                        + ".")
                .text(CHANNEL_TYPE, "UDC")
                .check(Validators.oneOf("UDC", "TTMP", "WECHAT_WXA", "YOUZAN", "YOUZANSELF"))
                .named("Channel type")
                .doc("Type of the channel: UDC, TTMP or WECHAT_WXA for contacts and events; UDC, YOUZAN or"
                        + " YOUZANSELF for orders.")
                .text(CHANNEL_TYPE_FIELD, null)
                .check(Validators.orNothing(FieldPath.validator()))
                .low()
                .named("Channel type field")
                .doc("Path of the field that holds the type of the record's channel. Defaults to " + CHANNEL_TYPE
                        + " where the field is empty.");
    }

    private static void defineMessages(OptionGroup group) {
        group.text(MESSAGE_DOMAIN, null)
                .check(Validators.orNothing(Validators.oneOf("contact", "event", "order")))
                .high()
                .named("Domain")
                .doc("What the records are: contact, event or order. Set either this or " + MESSAGE_DOMAIN_FIELD + ".")
                .text(MESSAGE_DOMAIN_FIELD, null)
                .check(Validators.orNothing(FieldPath.validator()))
                .low()
                .named("Domain field")
                .doc("Path of the field that holds contact, event or order. Set either this or " + MESSAGE_DOMAIN + ".")
                .text(EVENT_NAME, null)
                .check(Validators.orNothing(Validators.notBlank()))
                .named("Event name")
                .doc("Type of the events, for example WECHAT_WXA__HIDE. Events need this or " + EVENT_NAME_FIELD + ".")
                .text(EVENT_NAME_FIELD, null)
                .check(Validators.orNothing(FieldPath.validator()))
                .named("Event name field")
                .doc("Path of the field that holds the type of the event. Events need this or " + EVENT_NAME + ".")
                .text(TIMESTAMP_FIELD, null)
                .check(Validators.orNothing(FieldPath.validator()))
                .named("Timestamp field")
                .doc(
                        "Path of the field that holds the time of the message: a Timestamp of Connect or Debezium, epoch seconds,"
                                + " milliseconds, microseconds or nanoseconds, or text such as 2022-10-28 10:33:45 or"
                                + " 2022-10-28T02:33:45Z. It becomes ts and, for events, eventDate. Defaults to the record's"
                                + " timestamp where the field is empty.")
                .text(ORDER_PATH, "/open/messages/orders")
                .check(Validators.apiPath())
                .low()
                .named("Order path")
                .doc("Path that orders are posted to. Linkflow's document names both /open/messages/orders and "
                        + MESSAGES_PATH + ".")
                .text(ORDER_DOMAIN, "salesOrder")
                .check(Validators.notBlank())
                .low()
                .named("Order domain")
                .doc("Domain name of an order message. Linkflow's document has salesOrder in its example and"
                        + " salesOrders in its table.")
                .text(MESSAGE_ID_FIELD, null)
                .check(Validators.orNothing(FieldPath.validator()))
                .low()
                .named("Message id field")
                .doc(
                        "Path of the field that holds your own message id, which is sent unchanged and must be unique. By default the"
                                + " id is derived from the connector's name, domain and action, and the record's original topic,"
                                + " partition and offset, so that a record keeps its id when it is sent again.")
                .text(MESSAGE_ID_SEED, "")
                .low()
                .named("Message id seed")
                .doc(
                        "Text that goes into every message id. Change it to send records again on purpose, as new messages, and when"
                                + " offsets start over: when a topic was deleted and created anew, or when a connector of the same name"
                                + " reads a topic of the same name on another cluster. Otherwise ids repeat and Linkflow may drop the"
                                + " second message.");
    }

    private static void defineData(OptionGroup group) {
        group.list(DATA_FIELDS, "")
                .check(PathAndName.validator("name"))
                .named("Data fields")
                .doc("Fields to send, as comma-separated pairs path:name such as customer.city:city. Names that"
                        + " Linkflow documents are sent as such, all others as custom properties. Empty, the default,"
                        + " sends all fields of the value except read-only ones: of contacts "
                        + names(WriteTables.READING_ONLY_OF_CONTACT) + " (and " + names(WriteTables.BESIDE_A_CONTACT)
                        + " if they are lists of objects, as the source writes them); of orders "
                        + names(WriteTables.READING_ONLY) + "; of events " + names(WriteTables.READING_ONLY_OF_EVENT)
                        + ". Fields listed here are always sent, except that of each order line, "
                        + names(WriteTables.READING_ONLY_OF_LINE) + " are never sent." + PATHS);
        SharedOptions.defineNullFields(group);
    }

    private static String names(Set<String> fields) {
        return String.join(", ", fields);
    }

    /** The rules between the options; each fault is attributed to one option. */
    public static List<ConfigRule> rules() {
        return List.of(
                ConfigRule.exactlyOne(SharedOptions.IDENTITY_FIELDS, SharedOptions.IDENTITIES_FIELD),
                ConfigRule.exactlyOne(CHANNEL_KEY, CHANNEL_KEY_FIELD),
                ConfigRule.exactlyOne(MESSAGE_DOMAIN, MESSAGE_DOMAIN_FIELD),
                new ConfigRule(EVENT_NAME, LinkflowMessagesOptions::eventsHaveNames),
                new ConfigRule(EVENT_NAME_FIELD, LinkflowMessagesOptions::eventsHaveOneNameOnly),
                new ConfigRule(CHANNEL_TYPE, LinkflowMessagesOptions::channelSuitsDomain),
                new ConfigRule(DATA_FIELDS, LinkflowMessagesOptions::dataNamesDiffer));
    }

    private static Optional<String> eventsHaveNames(ConfigRule.Values values) {
        boolean lacksName = EVENT.equals(values.text(MESSAGE_DOMAIN))
                && !values.isSet(EVENT_NAME)
                && !values.isSet(EVENT_NAME_FIELD);
        return lacksName
                ? Optional.of("Events need a name: set " + EVENT_NAME + " or " + EVENT_NAME_FIELD + ".")
                : Optional.empty();
    }

    private static Optional<String> eventsHaveOneNameOnly(ConfigRule.Values values) {
        return values.isSet(EVENT_NAME) && values.isSet(EVENT_NAME_FIELD)
                ? Optional.of("Both are set: set either " + EVENT_NAME + " or " + EVENT_NAME_FIELD + ".")
                : Optional.empty();
    }

    private static Optional<String> channelSuitsDomain(ConfigRule.Values values) {
        String type = values.text(CHANNEL_TYPE);
        return MessageDomain.of(String.valueOf(values.text(MESSAGE_DOMAIN)))
                .filter(domain -> !values.isSet(CHANNEL_TYPE_FIELD))
                .filter(domain -> !domain.channelTypes().contains(type))
                .map(domain -> "Messages of the domain " + domain.word() + " go to channels of one of the types "
                        + String.join(", ", domain.channelTypes()) + ", not " + type + ".");
    }

    private static Optional<String> dataNamesDiffer(ConfigRule.Values values) {
        return PathAndName.sharedName(values.list(DATA_FIELDS))
                .map(name -> "Two paths have the name " + name + ": one would hide the other.");
    }

    public MessagesOperation operation(TimeSource time) {
        Channel channel = channel();
        NullValues nullValues = NullValues.of(getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES));
        return new MessagesOperation(mapping(channel, time), channel, nullValues);
    }

    private MessageMapping mapping(Channel channel, TimeSource time) {
        PlatformTime form = SharedOptions.time(this);
        MessageTime messageTime = new MessageTime(SharedOptions.pathOrNull(this, TIMESTAMP_FIELD), form, time);
        MessageIds ids = new MessageIds(
                SharedOptions.pathOrNull(this, MESSAGE_ID_FIELD),
                Objects.requireNonNullElse(getString(MESSAGE_ID_SEED), ""),
                originalsStrings().getOrDefault("name", ""));
        RecordText domain = SharedOptions.text(this, MESSAGE_DOMAIN, MESSAGE_DOMAIN_FIELD);
        return new MessageMapping(
                domain, endpoints(form, messageTime.isConfigured()), channel, identities(), messageTime, ids);
    }

    private Map<MessageDomain, Endpoint> endpoints(PlatformTime form, boolean timestampIsConfigured) {
        boolean sendsNulls = SharedOptions.sendsNulls(this);
        WriteTables tables = new WriteTables(form, sendsNulls ? NullFields.SEND : NullFields.OMIT);
        DataFields fields = new DataFields(PathAndName.parseAll(getList(DATA_FIELDS)));
        RecordText eventName = SharedOptions.text(this, EVENT_NAME, EVENT_NAME_FIELD);
        DocumentedData orders = tables.order();
        EventData events = new EventData(fields, tables, eventName, timestampIsConfigured);
        return Map.of(
                MessageDomain.CONTACT,
                new Endpoint(MESSAGES_PATH, "contact", new ContactData(fields, tables)),
                MessageDomain.EVENT,
                new Endpoint(MESSAGES_PATH, "event", events),
                MessageDomain.ORDER,
                new Endpoint(
                        getString(ORDER_PATH),
                        getString(ORDER_DOMAIN),
                        (order, timestamp) -> orders.of(fields.of(order, WriteTables.READING_ONLY))));
    }

    private IdentityMapping identities() {
        IgnoredValues ignored = SharedOptions.ignoredValues(this);
        FieldPath list = SharedOptions.pathOrNull(this, SharedOptions.IDENTITIES_FIELD);
        return list == null
                ? new IdentityFields(PathAndName.parseAll(getList(SharedOptions.IDENTITY_FIELDS)), ignored)
                : new IdentitiesField(list, ignored);
    }

    private Channel channel() {
        FieldPath type = SharedOptions.pathOrNull(this, CHANNEL_TYPE_FIELD);
        RecordText typeOfRecord =
                type == null ? RecordText.fixed(null, CHANNEL_TYPE) : RecordText.in(type, CHANNEL_TYPE_FIELD);
        return new Channel(
                SharedOptions.text(this, CHANNEL_KEY, CHANNEL_KEY_FIELD), typeOfRecord, getString(CHANNEL_TYPE));
    }
}
