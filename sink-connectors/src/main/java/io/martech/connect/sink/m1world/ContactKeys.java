package io.martech.connect.sink.m1world;

import io.martech.connect.options.ConfigGroup;
import io.martech.connect.options.validator.AtLeast;
import io.martech.connect.options.validator.DateFormatValidator;
import io.martech.connect.options.validator.OneOf;
import io.martech.connect.options.validator.TrueOrFalse;
import io.martech.connect.sink.connector.ListOrNothing;
import io.martech.connect.sink.connector.OrNothing;
import io.martech.connect.sink.connector.PathValidator;
import java.time.Duration;
import java.util.Arrays;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys that say how a record becomes a contact. */
final class ContactKeys {

    static final String OPERATION = "contact.operation";
    static final String UNIQUE_FIELD = "contact.unique.field";
    static final String IDENTITY_FIELDS = "identity.fields";
    static final String ON_MISSING_IDENTITY = "behavior.on.missing.identity";
    static final String SEND = "send";
    static final String FAIL = "fail";
    static final String GROUP_NAME = "group.name";
    static final String GROUP_NAME_FIELD = "group.name.field";
    static final String BIRTHDAY_FORMAT = "contact.edit.birthday.format";
    static final String PROPERTIES_AUTO_CREATE = "properties.auto.create";
    static final String PROPERTIES_REFRESH_INTERVAL_MS = "properties.refresh.interval.ms";

    private static final long PROPERTIES_REFRESH_INTERVAL_MS_DEFAULT =
            Duration.ofMinutes(10).toMillis();

    private ContactKeys() {}

    static void define(ConfigDef definition) {
        defineContacts(new ConfigGroup(definition, "Contacts"));
        defineProperties(new ConfigGroup(definition, "Custom fields"));
    }

    private static void defineContacts(ConfigGroup group) {
        group.key(
                        OPERATION,
                        Type.STRING,
                        ContactOperation.MERGE.word(),
                        new OneOf(ContactOperation.words().toArray(String[]::new)),
                        Importance.HIGH,
                        "Operation",
                        "How to write a contact that M1world already has: merge updates the fields of the record,"
                                + " overwrite replaces the contact, add creates another one, update changes those with an"
                                + " equal " + UNIQUE_FIELD
                                + " through /contact/edit. add may create duplicates: requests"
                                + " without a response are sent again, and after a restart also those behind an uncommitted"
                                + " offset.")
                .key(
                        UNIQUE_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new OneOf(Arrays.stream(ContactField.values())
                                .map(ContactField::nameInAdd)
                                .toArray(String[]::new))),
                        Importance.MEDIUM,
                        "Unique field",
                        "With " + OPERATION + "=update: the field by which M1world matches contacts, such as email."
                                + " A record without it is rejected.")
                .key(
                        IDENTITY_FIELDS,
                        Type.LIST,
                        "email,mobilePhone",
                        new ListOrNothing(),
                        Importance.MEDIUM,
                        "Identity fields",
                        "Fields that identify a person: records that share one of them are sent in order, and"
                                + " records that are equal in all of them are merged into one contact of a request. Use the"
                                + " fields by which your M1world account matches contacts, which is undocumented.")
                .key(
                        ON_MISSING_IDENTITY,
                        Type.STRING,
                        SEND,
                        new OneOf(SEND, FAIL),
                        Importance.MEDIUM,
                        "Missing identity",
                        "How to handle a record in which all of " + IDENTITY_FIELDS + " are empty: send writes it,"
                                + " and each repetition may create another contact in M1world, which cannot match it; fail"
                                + " rejects it.")
                .key(
                        GROUP_NAME,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Group name",
                        "Name of the group that all contacts join. How M1world handles an unknown group name is"
                                + " undocumented. Not with " + OPERATION + "=update.")
                .key(
                        GROUP_NAME_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.LOW,
                        "Group name field",
                        "Path of the field that holds the name of the contact's group, instead of " + GROUP_NAME
                                + "; an empty field means no group. The field itself is not sent.")
                .key(
                        BIRTHDAY_FORMAT,
                        Type.STRING,
                        "yyyy-MM-dd",
                        new DateFormatValidator(),
                        Importance.LOW,
                        "Birthday format",
                        "With " + OPERATION + "=update: format of a birthday. It is undocumented; the only example"
                                + " is a printed date with a time zone of its own.");
    }

    private static void defineProperties(ConfigGroup group) {
        group.key(
                        PROPERTIES_AUTO_CREATE,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.MEDIUM,
                        "Create custom fields",
                        "Create a field that M1world does not have as a custom text field. Otherwise a record with"
                                + " such a field is rejected. Null and blank fields are ignored. Fields named like those that"
                                + " M1world fills itself are never written, with one warning in the log: "
                                + String.join(", ", ContactFields.READING_ONLY)
                                + ". Rename yours by a transformation if they mean something else.")
                .key(
                        PROPERTIES_REFRESH_INTERVAL_MS,
                        Type.LONG,
                        PROPERTIES_REFRESH_INTERVAL_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Refresh interval of custom fields",
                        "How often to refresh the list of custom fields, at one request of the hourly quota. Whether"
                                + " M1world rejects values of a deleted field or silently ignores them is undocumented: values"
                                + " may be lost for at most this long.");
    }
}
