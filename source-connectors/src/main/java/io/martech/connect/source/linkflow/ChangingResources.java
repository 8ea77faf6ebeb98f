package io.martech.connect.source.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.linkflow.LinkflowSchemas;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Resource;
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
import java.util.Map;

/** Creates the resources that are read by update time: orders and contacts. */
final class ChangingResources {

    /** Earlier than any row of the platform; where windows begin if no start is configured. */
    private static final LocalDateTime BEFORE_EVERYTHING = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final SourceContext<LinkflowSourceOptions> context;
    private final LinkflowSourceOptions options;
    private final PlatformClient client;

    private ChangingResources(SourceContext<LinkflowSourceOptions> context) {
        this.context = context;
        this.options = context.options();
        this.client = context.client();
    }

    static Resource orders(SourceContext<LinkflowSourceOptions> context) {
        return new ChangingResources(context).orders();
    }

    static Resource contacts(SourceContext<LinkflowSourceOptions> context) {
        return new ChangingResources(context).contacts();
    }

    private Resource orders() {
        RequestCounter requests = new RequestCounter(client);
        OrdersFeed feed = new OrdersFeed(requests);
        WindowSettings settings = settings(OrdersFeed.NAME, OrdersFeed.MAXIMUM_PAGES);
        LateArrivalProbe probe = probe(feed, settings);
        VersionGuard guard = new VersionGuard();
        BackfillThenWindows reader = backfillThen(
                feed,
                settings,
                new UpdateWindows(feed, settings, clock(), probe, byId(feed, settings), guard),
                startTimeOrNull());
        return new Resource(
                OrdersFeed.NAME,
                options.scope(OrdersFeed.NAME),
                withResync(reader, feed, settings, guard),
                new OrderRecords(
                        options.topicOf(OrdersFeed.NAME),
                        options.topicOf(OrderRecords.LINES),
                        options.orderLines(),
                        options.handling()),
                options.pollIntervalOf(OrdersFeed.NAME),
                requests,
                () -> reader.warnings() + probe.warnings() + settings.times().unreadable());
    }

    private Resource contacts() {
        WindowSettings settings = settings(ContactsFeed.NAME, ContactsFeed.MAXIMUM_PAGES);
        RequestCounter requests = new RequestCounter(client);
        ContactsFeed bySecond = contactsFeed(requests, WindowPrecision.SECOND);
        ContactsFeed byDay = contactsFeed(requests, WindowPrecision.DAY);
        LocalDateTime start = options.contactKind().isShownByCursor() || startTimeOrNull() != null
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
        return context.resource(
                ContactsFeed.NAME,
                withResync(
                        new CalibratedContacts(bySecond, settings.times(), readers, options.windowPrecisionOrNull()),
                        bySecond,
                        settings,
                        guard),
                LinkflowSchemas.contact(options.handling()),
                requests,
                () -> seconds.warnings()
                        + days.warnings()
                        + probeBySecond.warnings()
                        + probeByDay.warnings()
                        + settings.times().unreadable());
    }

    private ContactsFeed contactsFeed(RequestCounter requests, WindowPrecision precision) {
        return new ContactsFeed(
                requests,
                context.parallel(),
                options.contactKind(),
                options.wantsOpenIds(),
                options.contactEnrichment(),
                precision);
    }

    private BackfillThenWindows backfillThen(
            ChangeFeed feed, WindowSettings settings, Reader windows, LocalDateTime startTime) {
        return new BackfillThenWindows(feed, settings, clock(), byId(feed, settings), startTime, windows);
    }

    private Reader withResync(Reader changes, ChangeFeed feed, WindowSettings windows, VersionGuard guard) {
        ResyncSettings settings = options.resync(options.pollIntervalOf(windows.resource()));
        return settings.isOff()
                ? changes
                : new ResyncReader(
                        changes, feed, windows, settings, byId(feed, windows), guard, clock(), context.time());
    }

    private IdRangeReader byId(ChangeFeed feed, WindowSettings settings) {
        return new IdRangeReader(
                feed, settings.resource(), context.ahead(), context.parallel()::atOnce, context.memory());
    }

    private LateArrivalProbe probe(ChangeFeed feed, WindowSettings settings) {
        return new LateArrivalProbe(feed, settings, clock(), context.time());
    }

    private WindowSettings settings(String resource, int maximumPages) {
        return new WindowSettings(
                resource,
                options.zone(),
                LinkflowAccountOptions.TIME_ZONE,
                new RowTimes(resource, options.zone()),
                options.settleLag(),
                options.lookBack(),
                maximumPages);
    }

    private ServerClock clock() {
        return client.serverClock();
    }

    private LocalDateTime startTimeOrNull() {
        return options.startTime().orElse(null);
    }
}
