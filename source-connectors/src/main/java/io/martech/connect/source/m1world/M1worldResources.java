package io.martech.connect.source.m1world;

import io.martech.connect.account.m1world.M1worldConnection;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.config.M1worldAccountKeys;
import io.martech.connect.config.SourceKeys;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.m1world.M1worldSchemas;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.engine.StoredPositions;
import io.martech.connect.source.engine.Strategy;
import io.martech.connect.source.strategy.CountedSubjects;
import io.martech.connect.source.strategy.Deletes;
import io.martech.connect.source.strategy.FullList;
import io.martech.connect.source.strategy.PagedPasses;
import io.martech.connect.source.strategy.PassSettings;
import io.martech.connect.source.strategy.TailsFirst;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The resources of M1world, and how each is put together. They share the account's quota, so one task reads them all. */
public final class M1worldResources {

    public static final String PLATFORM = "m1world";
    public static final String CONTACTS = ContactsFeed.NAME;
    public static final String EMAIL_EVENTS = EmailEventsFeed.NAME;

    /** A line for each list. */
    private static final List<M1worldList> LISTS =
            List.of(Groups.LIST, Tags.LIST, Properties.LIST, Fields.LIST, EmailTasks.LIST);

    static final List<String> LIST_NAMES = LISTS.stream().map(M1worldList::name).toList();

    /** All of them. */
    public static final List<String> NAMES = Stream.concat(
                    Stream.concat(Stream.of(CONTACTS), LIST_NAMES.stream()), Stream.of(EMAIL_EVENTS))
            .toList();

    private final M1worldSourceConfig config;
    private final SourceSettings common;
    private final PlatformClient client;
    private final StoredPositions stored;
    private final TailsFirst turns = new TailsFirst();

    public M1worldResources(M1worldSourceConfig config, PlatformClient client, StoredPositions stored) {
        this.config = config;
        this.common = config.common();
        this.client = client;
        this.stored = stored;
    }

    /** The resource of that name, ready to be read. */
    public Resource of(String name) {
        M1worldCalls calls = new M1worldCalls(client, config.firstPage(), config.pageSize());
        if (name.equals(CONTACTS)) {
            return resource(name, contacts(calls), M1worldSchemas.CONTACT.in(common.handling()), calls::warnings);
        }
        if (name.equals(EMAIL_EVENTS)) {
            return resource(
                    name, emailEvents(calls), M1worldSchemas.EMAIL_EVENT.in(common.handling()), calls::warnings);
        }
        M1worldList list = LISTS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("M1world has no resource '" + name + "'"));
        RowSchema schema = list.schema().in(common.handling());
        Deletes deletes = Deletes.of(name, common, schema);
        return resource(
                name,
                new FullList(list.feed(calls, config), client.serverClock(), common.zone(), deletes),
                schema,
                () -> calls.warnings() + deletes.warnings());
    }

    private Strategy contacts(M1worldCalls calls) {
        long emittedSince = common.startTime().isEmpty() ? 0 : config.since().toEpochMilli();
        return new PagedPasses(
                new ContactsFeed(calls, config.hasContactDetails()),
                stored.slicesOf(CONTACTS, scope(config, CONTACTS)),
                client.serverClock(),
                common.zone(),
                new PassSettings(
                        config.contactPassInterval(),
                        common.pollIntervalOf(CONTACTS),
                        emittedSince,
                        common.deletesAreEnabled() ? common.deletesMaximumPercent() : null),
                turns);
    }

    private Strategy emailEvents(M1worldCalls calls) {
        return new CountedSubjects(
                new EmailEventsFeed(calls, config.since(), common.zone(), config.pageSize()),
                stored.slicesOf(EMAIL_EVENTS, scope(config, EMAIL_EVENTS)),
                client.serverClock(),
                common.zone(),
                turns);
    }

    private Resource resource(String name, Strategy strategy, RowSchema schema, LongSupplier warnings) {
        return new Resource(
                name,
                scope(config, name),
                strategy,
                new SchemaRecords(common.topicOf(name), schema),
                common.pollIntervalOf(name),
                warnings);
    }

    /** What a position is only good for, in the words of the configuration. The account is the same by both addresses. */
    static String scope(M1worldSourceConfig config, String resource) {
        String url = M1worldConnection.from(config).account().url().replaceFirst("/v2/?$", "");
        String address = M1worldAccountKeys.URL + "=" + url;
        boolean hasBeginning = !LIST_NAMES.contains(resource) || resource.equals(EmailTasks.NAME);
        return hasBeginning
                ? address + ", " + SourceKeys.START_TIME + "=" + config.getString(SourceKeys.START_TIME)
                : address;
    }
}
