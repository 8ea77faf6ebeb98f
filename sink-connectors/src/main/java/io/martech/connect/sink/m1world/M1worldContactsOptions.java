package io.martech.connect.sink.m1world;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.TokenStoreOptions;
import io.martech.connect.account.m1world.M1worldAccountOptions;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.ConfigRule.Values;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@link M1worldContactsSinkConnector}. */
public final class M1worldContactsOptions extends AbstractConfig {

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

    /** The maximum number of contacts in a request (E00005). */
    private static final int LARGEST_BATCH = 1_000;

    /** The quota of the gold plan; that of the diamond plan is twice as large. */
    private static final int REQUESTS_PER_HOUR = 2_000;

    /** The quota is one request per 1.8 s, so that a topic with little traffic does not use it up. */
    private static final long LINGER_MS = 2_000;

    /** The platform's days are Chinese days; the zone is undocumented. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final Duration LONGEST_USE_OF_TITLES = Duration.ofDays(1);

    M1worldContactsOptions(Map<String, String> properties) {
        // Not logged: the app's key would be among the values.
        super(definition(), properties, false);
    }

    /** All options, in the order of the reference. */
    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        M1worldAccountOptions.define(definition);
        TokenStoreOptions.define(definition);
        defineContacts(new OptionGroup(definition, "Contacts"));
        defineProperties(new OptionGroup(definition, "Custom fields"));
        SinkKeys.define(
                definition,
                "m1world",
                SinkKeys.Destination.withBatchesOf(LARGEST_BATCH)
                        .ofAtMost(LARGEST_BATCH)
                        .lingering(LINGER_MS)
                        .thatDeletes(
                                "deletes the contact with the id in the record's key: the key itself, or its field id."));
        HttpOptions.defineWithQuota(definition, REQUESTS_PER_HOUR, M1worldAccountOptions.TRIAL);
        return definition;
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

    /** The rules between the options; each fault is attributed to one option. */
    static List<ConfigRule> rules() {
        return List.of(
                new ConfigRule(UNIQUE_FIELD, M1worldContactsOptions::updateHasUniqueField),
                new ConfigRule(GROUP_NAME, M1worldContactsOptions::updateJoinsNoGroup),
                new ConfigRule(GROUP_NAME_FIELD, M1worldContactsOptions::oneGroup));
    }

    private static Optional<String> updateHasUniqueField(Values values) {
        return updates(values) && !values.isSet(UNIQUE_FIELD)
                ? Optional.of("An update needs it to match contacts: set it, for example to email.")
                : Optional.empty();
    }

    private static Optional<String> updateJoinsNoGroup(Values values) {
        boolean namesGroup = values.isSet(GROUP_NAME) || values.isSet(GROUP_NAME_FIELD);
        return updates(values) && namesGroup
                ? Optional.of("An update cannot put contacts into groups: leave it and " + GROUP_NAME_FIELD
                        + " empty, or choose another " + OPERATION + ".")
                : Optional.empty();
    }

    private static Optional<String> oneGroup(Values values) {
        return values.isSet(GROUP_NAME) && values.isSet(GROUP_NAME_FIELD)
                ? Optional.of("Both are set: set either " + GROUP_NAME + " or it.")
                : Optional.empty();
    }

    private static boolean updates(Values values) {
        return ContactOperation.UPDATE.word().equals(values.text(OPERATION));
    }

    ContactsOperation operation(PlatformClient client, TimeSource time) {
        PlatformClient once = client.once();
        ContactOperation operation = ContactOperation.of(getString(OPERATION));
        return new ContactsOperation(
                mapping(operation),
                properties(once, time),
                operation == ContactOperation.UPDATE ? edits(once, time) : new AddRequests(operation, ZONE),
                operation == ContactOperation.OVERWRITE);
    }

    private ContactMapping mapping(ContactOperation operation) {
        String uniqueField = operation == ContactOperation.UPDATE ? getString(UNIQUE_FIELD) : "";
        RecordText group = group();
        return new ContactMapping(
                operation,
                new ContactFields(
                        new PlatformTime(ZONE, ZoneId.of(getString(SinkKeys.DEBEZIUM_LOCAL_TIME_ZONE))), group),
                new ContactIdentities(
                        getList(IDENTITY_FIELDS),
                        uniqueField,
                        getString(ON_MISSING_IDENTITY).equals(FAIL)),
                group,
                ContactMapping.Tombstones.valueOf(
                        getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES).toUpperCase(Locale.ROOT)));
    }

    private RecordText group() {
        String field = getString(GROUP_NAME_FIELD);
        String name = getString(GROUP_NAME);
        return field.isEmpty()
                ? RecordText.fixed(name.isEmpty() ? null : name, GROUP_NAME)
                : RecordText.in(FieldPath.of(field), GROUP_NAME_FIELD);
    }

    private Properties properties(PlatformClient client, TimeSource time) {
        LookupCache<Property> directory = new LookupCache<>(
                new PropertyList(client)::read,
                any -> true,
                Duration.ofMillis(getLong(PROPERTIES_REFRESH_INTERVAL_MS)),
                time);
        boolean mayCreate = getBoolean(PROPERTIES_AUTO_CREATE);
        return new Properties(
                directory, mayCreate ? Optional.of(new PropertyCreation(client, directory, time)) : Optional.empty());
    }

    private ContactRequests edits(PlatformClient client, TimeSource time) {
        return new EditRequests(
                ContactField.of(getString(UNIQUE_FIELD)).orElseThrow(),
                DateTimeFormatter.ofPattern(getString(BIRTHDAY_FORMAT), Locale.ROOT),
                new LookupCache<>(new ContactTitles(client)::read, any -> true, LONGEST_USE_OF_TITLES, time));
    }
}
