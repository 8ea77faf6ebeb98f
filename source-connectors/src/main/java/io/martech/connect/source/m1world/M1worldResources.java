package io.martech.connect.source.m1world;

import io.martech.connect.account.m1world.M1worldConnection;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.M1worldAccountKeys;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.m1world.M1worldSchemas;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.ListResources;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.reader.counted.CountVerifiedEventReader;
import io.martech.connect.source.reader.paged.OpenTailPriority;
import io.martech.connect.source.reader.paged.PagedSnapshotReader;
import io.martech.connect.source.reader.paged.PassSettings;
import io.martech.connect.source.reader.snapshot.Deletes;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The resources of M1world, and how each is put together. They share the account's quota, so one task reads them all. */
public final class M1worldResources {

    public static final String PLATFORM = "m1world";
    public static final String CONTACTS = ContactsFeed.NAME;
    public static final String EMAIL_EVENTS = EmailEventsFeed.NAME;

    static final List<String> LIST_NAMES =
            M1worldEndpoints.ALL.stream().map(ListEndpoint::name).toList();

    /** All of them. */
    public static final List<String> NAMES = Stream.concat(
                    Stream.concat(Stream.of(CONTACTS), LIST_NAMES.stream()), Stream.of(EMAIL_EVENTS))
            .toList();

    private final M1worldSourceConfig config;
    private final SourceSettings common;
    private final PlatformClient client;
    private final StoredCursors stored;
    private final ListResources<M1worldSourceConfig> lists;
    private final OpenTailPriority turns = new OpenTailPriority();

    public M1worldResources(M1worldSourceConfig config, PlatformClient client, StoredCursors stored, TimeSource time) {
        this.config = config;
        this.common = config.common();
        this.client = client;
        this.stored = stored;
        this.lists = new ListResources<>(config, common, client, stored, time);
    }

    /** The resource of that name, ready to be read. */
    public Resource of(String name) {
        if (LIST_NAMES.contains(name)) {
            return lists.of(ListEndpoint.named(name, M1worldEndpoints.ALL), scope(config, name));
        }
        RequestCounter requests = new RequestCounter(client);
        M1worldCalls calls = M1worldCalls.of(requests, client.serverClock(), config);
        if (name.equals(CONTACTS)) {
            Deletes deletes = Deletes.of(name, common);
            return resource(
                    name,
                    contacts(calls, deletes),
                    M1worldSchemas.CONTACT.in(common.handling()),
                    requests,
                    () -> requests.warnings() + deletes.warnings());
        }
        if (name.equals(EMAIL_EVENTS)) {
            return resource(
                    name,
                    emailEvents(calls),
                    M1worldSchemas.EMAIL_EVENT.in(common.handling()),
                    requests,
                    requests::warnings);
        }
        throw new IllegalArgumentException("There is no resource '" + name + "'");
    }

    private Reader contacts(M1worldCalls calls, Deletes deletes) {
        long emittedSince = common.startTime().isEmpty() ? 0 : config.since().toEpochMilli();
        return new PagedSnapshotReader(
                new ContactsFeed(calls, config.hasContactDetails()),
                stored.slicesOf(CONTACTS, scope(config, CONTACTS)),
                client.serverClock(),
                common.zone(),
                new PassSettings(config.contactPassInterval(), common.pollIntervalOf(CONTACTS), emittedSince),
                deletes,
                turns);
    }

    private Reader emailEvents(M1worldCalls calls) {
        return new CountVerifiedEventReader(
                new EmailEventsFeed(calls, config.since(), common.zone(), config.pageSize()),
                stored.slicesOf(EMAIL_EVENTS, scope(config, EMAIL_EVENTS)),
                client.serverClock(),
                common.zone(),
                turns);
    }

    private Resource resource(
            String name, Reader reader, RowSchema schema, RequestCounter requests, LongSupplier warnings) {
        return new Resource(
                        name,
                        scope(config, name),
                        reader,
                        new SchemaRecords(common.topicOf(name), schema),
                        common.pollIntervalOf(name),
                        requests,
                        warnings)
                .ofAccountIn("accountId");
    }

    /** What a cursor is only good for, in the words of the configuration. The account is the same by both addresses. */
    static String scope(M1worldSourceConfig config, String resource) {
        String url = M1worldConnection.from(config).account().url().replaceFirst("/v2/?$", "");
        String address = M1worldAccountKeys.URL + "=" + url;
        boolean hasBeginning = !LIST_NAMES.contains(resource) || resource.equals(M1worldEndpoints.EMAIL_TASKS.name());
        return hasBeginning
                ? address + ", " + SourceKeys.START_TIME + "=" + config.getString(SourceKeys.START_TIME)
                : address;
    }
}
