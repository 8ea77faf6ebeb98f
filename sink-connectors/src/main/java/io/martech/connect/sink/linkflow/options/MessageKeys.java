package io.martech.connect.sink.linkflow.options;

import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.linkflow.form.WriteTables;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.PathAndName;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;

/** The keys that say how a record becomes a message. */
public final class MessageKeys {

    public static final String CHANNEL_KEY = "channel.key";
    public static final String CHANNEL_KEY_FIELD = "channel.key.field";
    public static final String CHANNEL_TYPE = "channel.type";
    public static final String CHANNEL_TYPE_FIELD = "channel.type.field";

    public static final String MESSAGE_DOMAIN = "message.domain";
    public static final String MESSAGE_DOMAIN_FIELD = "message.domain.field";
    public static final String EVENT_NAME = "event.name";
    public static final String EVENT_NAME_FIELD = "event.name.field";
    public static final String TIMESTAMP_FIELD = "timestamp.field";
    public static final String ORDER_PATH = "order.path";
    public static final String ORDER_DOMAIN = "order.domain";
    public static final String MESSAGE_ID_FIELD = "message.id.field";
    public static final String MESSAGE_ID_SEED = "message.id.seed";

    public static final String IDENTITY_FIELDS = "identity.fields";
    public static final String IDENTITIES_FIELD = "identities.field";
    public static final String IDENTITY_IGNORED_VALUES = "identity.ignored.values";

    public static final String DATA_FIELDS = "data.fields";
    public static final String BEHAVIOR_ON_NULL_FIELDS = "behavior.on.null.fields";
    static final String OMIT = "omit";
    public static final String SEND = "send";

    /** Of /open/messages and of orders alike; the document names the path of orders in two ways. */
    public static final String MESSAGES_PATH = "/open/messages";

    private static final String PATHS =
            " Paths are dotted: customer.phone is a nested field, key.id a field of the record's key.";

    private MessageKeys() {}

    public static void define(ConfigDef definition) {
        definePeople(new OptionGroup(definition, "Identity"));
        defineChannel(new OptionGroup(definition, "Channel"));
        defineMessages(new OptionGroup(definition, "Messages"));
        defineData(new OptionGroup(definition, "Data"));
    }

    private static void definePeople(OptionGroup group) {
        group.list(IDENTITY_FIELDS, "")
                .check(PathAndName.validator("type"))
                .high()
                .named("Identity fields")
                .doc("Fields that identify the person, as comma-separated pairs path:type such as"
                        + " mobilePhone:mobilePhone,email:email. Types are passed on as spelled here. Set either this"
                        + " or " + IDENTITIES_FIELD + "." + PATHS)
                .text(IDENTITIES_FIELD, null)
                .check(Validators.orNothing(FieldPath.validator()))
                .named("Identities field")
                .doc("Path of a field with a list of objects, each with the fields id and type. Set either this or "
                        + IDENTITY_FIELDS + ".");
        defineIgnoredValues(group);
    }

    /** The same for every sink that names people. */
    public static void defineIgnoredValues(OptionGroup group) {
        group.list(IDENTITY_IGNORED_VALUES, "0,null,undefined,无")
                .check(Validators.anyList())
                .named("Ignored identity values")
                .doc("Placeholder values that are not treated as an identity; otherwise everyone with such a"
                        + " value would be merged into one person. Null, empty and blank values are always ignored. A"
                        + " record without any identity is rejected.");
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
        defineNullFields(group);
    }

    public static void defineNullFields(OptionGroup group) {
        group.text(BEHAVIOR_ON_NULL_FIELDS, OMIT)
                .check(Validators.oneOf(OMIT, SEND))
                .low()
                .named("Null fields")
                .doc("How to handle a field that is present and null: omit leaves it out, so that Linkflow keeps"
                        + " its value; send sends null. A field that a record lacks is never sent. The same applies"
                        + " inside props and other objects, whether Map, Struct or JSON text; a null in a list keeps"
                        + " its place.");
    }

    private static String names(Set<String> fields) {
        return String.join(", ", fields);
    }
}
