package io.martech.connect.sink.m1world;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Puts the operation together as a configuration says. */
final class ContactsOperationFactory {

    /** The platform's days are Chinese days; the document names no zone. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final Duration LONGEST_USE_OF_TITLES = Duration.ofDays(1);

    private final M1worldContactsConfig config;
    private final PlatformClient client;
    private final TimeSource time;

    ContactsOperationFactory(M1worldContactsConfig config, PlatformClient client, TimeSource time) {
        this.config = config;
        this.client = client.once();
        this.time = time;
    }

    ContactsOperation operation() {
        ContactOperation operation = ContactOperation.of(config.getString(ContactKeys.OPERATION));
        return new ContactsOperation(
                mapping(operation),
                properties(),
                operation == ContactOperation.UPDATE ? edits() : new AddRequests(operation, ZONE),
                operation == ContactOperation.OVERWRITE);
    }

    private ContactMapping mapping(ContactOperation operation) {
        String uniqueField = operation == ContactOperation.UPDATE ? config.getString(ContactKeys.UNIQUE_FIELD) : "";
        RecordText group = group();
        return new ContactMapping(
                operation,
                new ContactFields(
                        new PlatformTime(ZONE, ZoneId.of(config.getString(SinkKeys.DEBEZIUM_LOCAL_TIME_ZONE))), group),
                new ContactIdentities(
                        config.getList(ContactKeys.IDENTITY_FIELDS),
                        uniqueField,
                        config.getString(ContactKeys.ON_MISSING_IDENTITY).equals(ContactKeys.FAIL)),
                group,
                ContactMapping.Tombstones.valueOf(
                        config.getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES).toUpperCase(Locale.ROOT)));
    }

    private RecordText group() {
        String field = config.getString(ContactKeys.GROUP_NAME_FIELD);
        String name = config.getString(ContactKeys.GROUP_NAME);
        return field.isEmpty()
                ? RecordText.fixed(name.isEmpty() ? null : name, ContactKeys.GROUP_NAME)
                : RecordText.in(FieldPath.of(field), ContactKeys.GROUP_NAME_FIELD);
    }

    private Properties properties() {
        LookupCache<Property> directory = new LookupCache<>(
                new PropertyList(client)::read,
                any -> true,
                Duration.ofMillis(config.getLong(ContactKeys.PROPERTIES_REFRESH_INTERVAL_MS)),
                time);
        boolean mayCreate = config.getBoolean(ContactKeys.PROPERTIES_AUTO_CREATE);
        return new Properties(
                directory, mayCreate ? Optional.of(new PropertyCreation(client, directory, time)) : Optional.empty());
    }

    private ContactRequests edits() {
        return new EditRequests(
                ContactField.of(config.getString(ContactKeys.UNIQUE_FIELD)).orElseThrow(),
                DateTimeFormatter.ofPattern(config.getString(ContactKeys.BIRTHDAY_FORMAT), Locale.ROOT),
                new LookupCache<>(new ContactTitles(client)::read, any -> true, LONGEST_USE_OF_TITLES, time));
    }
}
