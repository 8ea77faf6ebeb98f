package io.martech.connect.source.linkflow;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.LinkflowAccountKeys;
import io.martech.connect.schema.linkflow.LinkflowSchemas;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.reader.ChangeFeed;
import io.martech.connect.source.reader.IdRangeReader;
import io.martech.connect.source.reader.WindowSettings;
import io.martech.connect.source.reader.backfill.BackfillThenWindows;
import io.martech.connect.source.reader.emitted.RowTimes;
import io.martech.connect.source.reader.emitted.VersionGuard;
import io.martech.connect.source.reader.resync.ResyncReader;
import io.martech.connect.source.reader.resync.ResyncSettings;
import io.martech.connect.source.reader.window.DayWindows;
import io.martech.connect.source.reader.window.LateArrivalProbe;
import io.martech.connect.source.reader.window.UpdateWindows;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The resources of Linkflow, and how each is put together. */
public final class LinkflowResources {

    public static final String PLATFORM = "linkflow";
    public static final String ORDERS = "orders";
    public static final String CONTACTS = "contacts";
    /** The field of a row that names the account. */
    static final String TENANT = "tenantId";

    static final String ORDER_LINES_TOPIC = "order-lines";

    /** What is read unless the user chooses. */
    static final List<String> DEFAULTS = List.of(ORDERS, CONTACTS);

    /** All of them. */
    public static final List<String> NAMES = Stream.concat(DEFAULTS.stream(), LinkflowListResources.NAMES.stream())
            .toList();

    /** Earlier than anything that the platform can hold, where windows have to begin somewhere. */
    private static final LocalDateTime BEFORE_EVERYTHING = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final LinkflowSourceConfig config;
    private final SourceSettings common;
    private final PlatformClient client;
    private final ParallelRequests parallel;
    private final Executor ahead;
    private final TimeSource time;
    private final LinkflowListResources lists;

    /**
     * @param stored where parts of resources stand
     * @param parallel sends requests for details
     * @param ahead sends requests for pages of ids while others are worked on
     */
    public LinkflowResources(
            LinkflowSourceConfig config,
            PlatformClient client,
            StoredCursors stored,
            ParallelRequests parallel,
            Executor ahead,
            TimeSource time) {
        this.config = config;
        this.common = config.common();
        this.client = client;
        this.parallel = parallel;
        this.ahead = ahead;
        this.time = time;
        this.lists = new LinkflowListResources(config, client, stored, time);
    }

    /** The resource of that name, ready to be read. */
    public Resource of(String name) {
        return switch (name) {
            case ORDERS -> orders();
            case CONTACTS -> contacts();
            default -> lists.of(name).ofAccountIn(TENANT);
        };
    }

    private Resource orders() {
        RequestCounter requests = new RequestCounter(client);
        OrdersFeed feed = new OrdersFeed(requests);
        WindowSettings settings = settings(ORDERS, OrdersFeed.MAXIMUM_PAGES);
        LateArrivalProbe probe = probe(feed, settings);
        VersionGuard guard = new VersionGuard();
        BackfillThenWindows reader = backfillThen(
                feed,
                settings,
                new UpdateWindows(feed, settings, clock(), probe, byId(feed, settings), guard),
                startTimeOrNull());
        return new Resource(
                        ORDERS,
                        LinkflowScopes.of(config, ORDERS),
                        withResync(reader, feed, settings, guard),
                        new OrderRecords(
                                common.topicOf(ORDERS),
                                common.topicOf(ORDER_LINES_TOPIC),
                                config.orderLines(),
                                common.handling()),
                        common.pollIntervalOf(ORDERS),
                        requests,
                        () -> reader.warnings()
                                + probe.warnings()
                                + settings.times().unreadable())
                .ofAccountIn(TENANT);
    }

    private Resource contacts() {
        WindowSettings settings = settings(CONTACTS, ContactsFeed.MAXIMUM_PAGES);
        RequestCounter requests = new RequestCounter(client);
        ContactsFeed bySecond = contactsFeed(requests, WindowPrecision.SECOND);
        ContactsFeed byDay = contactsFeed(requests, WindowPrecision.DAY);
        LocalDateTime start = config.contactKind().isShownByCursor() || startTimeOrNull() != null
                ? startTimeOrNull()
                : BEFORE_EVERYTHING;
        LateArrivalProbe probeBySecond = probe(bySecond, settings);
        LateArrivalProbe probeByDay = probe(byDay, settings);
        VersionGuard guard = new VersionGuard();
        BackfillThenWindows seconds = backfillThen(
                bySecond,
                settings,
                new UpdateWindows(bySecond, settings, clock(), probeBySecond, byId(bySecond, settings), guard),
                start);
        BackfillThenWindows days = backfillThen(
                byDay,
                settings,
                new DayWindows(byDay, settings, clock(), probeByDay, byId(byDay, settings), guard),
                start);
        Map<WindowPrecision, Reader> readers = Map.of(WindowPrecision.SECOND, seconds, WindowPrecision.DAY, days);
        return new Resource(
                        CONTACTS,
                        LinkflowScopes.of(config, CONTACTS),
                        withResync(
                                new CalibratedContacts(
                                        bySecond, settings.times(), readers, config.windowPrecisionOrNull()),
                                bySecond,
                                settings,
                                guard),
                        new SchemaRecords(common.topicOf(CONTACTS), LinkflowSchemas.contact(common.handling())),
                        common.pollIntervalOf(CONTACTS),
                        requests,
                        () -> seconds.warnings()
                                + days.warnings()
                                + probeBySecond.warnings()
                                + probeByDay.warnings()
                                + settings.times().unreadable())
                .ofAccountIn(TENANT);
    }

    private ContactsFeed contactsFeed(RequestCounter requests, WindowPrecision precision) {
        return new ContactsFeed(
                requests, parallel, config.contactKind(), config.wantsOpenIds(), config.contactEnrichment(), precision);
    }

    private BackfillThenWindows backfillThen(
            ChangeFeed feed, WindowSettings settings, Reader windows, LocalDateTime startTime) {
        return new BackfillThenWindows(feed, settings, clock(), byId(feed, settings), startTime, windows);
    }

    private Reader withResync(Reader changes, ChangeFeed feed, WindowSettings windows, VersionGuard guard) {
        ResyncSettings settings = config.resync(common.pollIntervalOf(windows.resource()));
        return settings.isOff()
                ? changes
                : new ResyncReader(changes, feed, windows, settings, byId(feed, windows), guard, clock(), time);
    }

    private IdRangeReader byId(ChangeFeed feed, WindowSettings settings) {
        return new IdRangeReader(feed, settings.resource(), ahead, parallel::atOnce);
    }

    private LateArrivalProbe probe(ChangeFeed feed, WindowSettings settings) {
        return new LateArrivalProbe(feed, settings, clock(), time);
    }

    private WindowSettings settings(String resource, int maximumPages) {
        return new WindowSettings(
                resource,
                config.zone(),
                LinkflowAccountKeys.TIME_ZONE,
                new RowTimes(resource, config.zone()),
                config.settleLag(),
                config.lookBack(),
                maximumPages);
    }

    private ServerClock clock() {
        return client.serverClock();
    }

    private LocalDateTime startTimeOrNull() {
        return common.startTime().orElse(null);
    }
}
