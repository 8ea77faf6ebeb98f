package io.martech.connect.sink.m1world;

import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.record.FieldPath;
import java.time.Duration;
import java.util.Arrays;
import org.apache.kafka.common.config.ConfigDef;

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
        defineContacts(new OptionGroup(definition, "Contacts"));
        defineProperties(new OptionGroup(definition, "Custom fields"));
    }

    private static void defineContacts(OptionGroup group) {
        group.text(OPERATION, ContactOperation.MERGE.word())
                .check(Validators.oneOf(ContactOperation.words().toArray(String[]::new)))
                .high()
                .named("Operation")
                .doc("How to write a contact that M1world already has: merge updates the fields of the record,"
                        + " overwrite replaces the contact, add creates another one, update changes those with an"
                        + " equal " + UNIQUE_FIELD
                        + " through /contact/edit. add may create duplicates: requests"
                        + " without a response are sent again, and after a restart also those behind an uncommitted"
                        + " offset.")
                .text(UNIQUE_FIELD, "")
                .check(Validators.orNothing(Validators.oneOf(Arrays.stream(ContactField.values())
                        .map(ContactField::nameInAdd)
                        .toArray(String[]::new))))
                .named("Unique field")
                .doc("With " + OPERATION + "=update: the field by which M1world matches contacts, such as email."
                        + " A record without it is rejected.")
                .list(IDENTITY_FIELDS, "email,mobilePhone")
                .check(Validators.anyList())
                .named("Identity fields")
                .doc("Fields that identify a person: records that share one of them are sent in order, and"
                        + " records that are equal in all of them are merged into one contact of a request. Use the"
                        + " fields by which your M1world account matches contacts, which is undocumented.")
                .text(ON_MISSING_IDENTITY, SEND)
                .check(Validators.oneOf(SEND, FAIL))
                .named("Missing identity")
                .doc("How to handle a record in which all of " + IDENTITY_FIELDS + " are empty: send writes it,"
                        + " and each repetition may create another contact in M1world, which cannot match it; fail"
                        + " rejects it.")
                .text(GROUP_NAME, "")
                .named("Group name")
                .doc("Name of the group that all contacts join. How M1world handles an unknown group name is"
                        + " undocumented. Not with " + OPERATION + "=update.")
                .text(GROUP_NAME_FIELD, "")
                .check(Validators.orNothing(FieldPath.validator()))
                .low()
                .named("Group name field")
                .doc("Path of the field that holds the name of the contact's group, instead of " + GROUP_NAME
                        + "; an empty field means no group. The field itself is not sent.")
                .text(BIRTHDAY_FORMAT, "yyyy-MM-dd")
                .check(Validators.dayPattern())
                .low()
                .named("Birthday format")
                .doc("With " + OPERATION + "=update: format of a birthday. It is undocumented; the only example"
                        + " is a printed date with a time zone of its own.");
    }

    private static void defineProperties(OptionGroup group) {
        group.flag(PROPERTIES_AUTO_CREATE, false)
                .named("Create custom fields")
                .doc("Create a field that M1world does not have as a custom text field. Otherwise a record with"
                        + " such a field is rejected. Null and blank fields are ignored. Fields named like those that"
                        + " M1world fills itself are never written, with one warning in the log: "
                        + String.join(", ", ContactFields.READING_ONLY)
                        + ". Rename yours by a transformation if they mean something else.")
                .duration(PROPERTIES_REFRESH_INTERVAL_MS, PROPERTIES_REFRESH_INTERVAL_MS_DEFAULT)
                .low()
                .named("Refresh interval of custom fields")
                .doc("How often to refresh the list of custom fields, at one request of the hourly quota. Whether"
                        + " M1world rejects values of a deleted field or silently ignores them is undocumented: values"
                        + " may be lost for at most this long.");
    }
}
