package io.martech.connect.sink.m1world;

import io.martech.connect.config.AtLeast;
import io.martech.connect.config.ConfigGroup;
import io.martech.connect.config.DateFormatValidator;
import io.martech.connect.config.OneOf;
import io.martech.connect.config.TrueOrFalse;
import io.martech.connect.sink.setup.ListOrNothing;
import io.martech.connect.sink.setup.OrNothing;
import io.martech.connect.sink.setup.PathValidator;
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
                        "What becomes of a contact that M1world has already: merge lays what the record says over it, overwrite"
                                + " leaves nothing of it, add adds another one, update changes those with an equal "
                                + UNIQUE_FIELD
                                + " through /contact/edit. add may leave duplicates: what M1world did not answer is sent again, and"
                                + " after a restart also what it answered behind a record that held the offset.")
                .key(
                        UNIQUE_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new OneOf(Arrays.stream(ContactField.values())
                                .map(ContactField::nameInAdd)
                                .toArray(String[]::new))),
                        Importance.MEDIUM,
                        "Unique field",
                        "With " + OPERATION
                                + "=update: the field by which M1world finds the contacts to change, such as email."
                                + " A record without it is rejected.")
                .key(
                        IDENTITY_FIELDS,
                        Type.LIST,
                        "email,mobilePhone",
                        new ListOrNothing(),
                        Importance.MEDIUM,
                        "Identity fields",
                        "Names of fields that make two records one person: records that share one of them are sent in order, and"
                                + " records that are equal in all of them share a contact in a request. Name what your M1world"
                                + " account matches contacts by, which no document tells.")
                .key(
                        ON_MISSING_IDENTITY,
                        Type.STRING,
                        SEND,
                        new OneOf(SEND, FAIL),
                        Importance.MEDIUM,
                        "Contacts that nobody can be found by",
                        "What becomes of a record in which all of " + IDENTITY_FIELDS
                                + " are empty: send sends it, and each time that it is sent may leave one more contact in M1world,"
                                + " since nothing shows that it is there already; fail rejects it.")
                .key(
                        GROUP_NAME,
                        Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Group",
                        "Name of the group that all contacts join. The document does not tell what M1world does with a name"
                                + " that none of its groups has. Not with "
                                + OPERATION + "=update.")
                .key(
                        GROUP_NAME_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.LOW,
                        "Field of the group",
                        "Where a record names the group that its contact joins, instead of " + GROUP_NAME
                                + "; empty there means none. The field itself is not sent.")
                .key(
                        BIRTHDAY_FORMAT,
                        Type.STRING,
                        "yyyy-MM-dd",
                        new DateFormatValidator(),
                        Importance.LOW,
                        "Birthdays in an edit",
                        "With " + OPERATION
                                + "=update: how a birthday is written. The document shows only the text that a"
                                + " program printed, with a zone of its own.");
    }

    private static void defineProperties(ConfigGroup group) {
        group.key(
                        PROPERTIES_AUTO_CREATE,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.MEDIUM,
                        "Create custom fields",
                        "Whether a field that M1world does not have is created as a custom field of text. Otherwise a record with"
                                + " such a field is rejected. Fields that are null or blank ask for nothing. Never written, with one"
                                + " warning in the log, are fields that are named as those that M1world itself fills: "
                                + String.join(", ", ContactFields.READING_ONLY)
                                + ". Rename yours by a transformation if they mean something else.")
                .key(
                        PROPERTIES_REFRESH_INTERVAL_MS,
                        Type.LONG,
                        PROPERTIES_REFRESH_INTERVAL_MS_DEFAULT,
                        AtLeast.positiveMilliseconds(),
                        Importance.LOW,
                        "Age of the list of custom fields",
                        "Milliseconds after which the list of custom fields is read again, which costs a request of the hourly"
                                + " quota. Nobody documents whether M1world refuses values of a field that was deleted, or ignores"
                                + " them without a word: so long at most may they vanish.");
    }
}
