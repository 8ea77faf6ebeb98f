package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.schema.m1world.M1worldSchemas;
import io.martech.connect.schema.type.LocalTimes;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.reader.counted.CountVerifiedEventReader;
import io.martech.connect.source.reader.counted.CountedFeed;
import io.martech.connect.source.reader.counted.Span;
import io.martech.connect.source.reader.paged.PageFeed.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * E-mail events: {@code GET /edm/task/detail} (获取指定EDM明细), for one task and a span of time, with {@code total_count}.
 * Type 0 selects all of them: opens, clicks, unsubscriptions, bounces, complaints. Events have no id; the connector
 * adds one ({@link EventId}).
 */
final class EmailEventsFeed implements CountedFeed {

    static final String NAME = "email-events";

    private static final String ALL_TYPES = "0";

    /**
     * The maximum time from the creation of a task to its sending; it is undocumented which of the times a span
     * selects by.
     */
    private static final Duration PLANNED_AHEAD = Duration.ofDays(90);

    private final M1worldCalls calls;
    private final Instant since;
    private final ZoneOffset zone;
    private final int pageSize;

    /** @param since tasks created before are not requested */
    EmailEventsFeed(M1worldCalls calls, Instant since, ZoneOffset zone, int pageSize) {
        this.calls = calls;
        this.since = since;
        this.zone = zone;
        this.pageSize = pageSize;
    }

    /** Creates the resource of e-mail events. */
    static Resource open(SourceContext<M1worldSourceOptions> context) {
        M1worldSourceOptions options = context.options();
        RequestCounter requests = new RequestCounter(context.client());
        M1worldCalls calls = M1worldCalls.of(requests, context);
        Reader reader = new CountVerifiedEventReader(
                new EmailEventsFeed(calls, options.since(), options.zone(), options.pageSize()),
                context.slicesOf(NAME),
                context.client().serverClock(),
                options.zone(),
                context.priority());
        return context.resource(
                        NAME, reader, M1worldSchemas.EMAIL_EVENT.in(options.handling()), requests, requests::warnings)
                .ofAccountIn("accountId");
    }

    /** Tasks that are still to be sent have no events. */
    @Override
    public List<Subject> subjects(LocalDateTime madeSince) {
        Instant now = calls.now();
        Instant from = madeSince == null
                ? since
                : later(since, madeSince.toInstant(zone).minus(PLANNED_AHEAD));
        return M1worldEndpoints.emailTasks(calls, NAME, from, now).stream()
                .filter(task -> effectiveAt(task) <= now.toEpochMilli())
                .map(task -> new Subject(
                        task.path("task_id").asText(),
                        LocalDateTime.ofInstant(Instant.ofEpochMilli(effectiveAt(task)), zone)))
                .filter(subject -> madeSince == null || !subject.time().isBefore(madeSince))
                .toList();
    }

    @Override
    public long count(String task, Span span) {
        return ask(task, span, 1, 1).total();
    }

    @Override
    public Page page(String task, Span span, long number, int limit) {
        Page page = ask(task, span, number, limit == ANY_LENGTH ? pageSize : limit);
        return new Page(page.rows().stream().map(EventId::added).toList(), page.total());
    }

    /**
     * From a millisecond before the span to the last millisecond in it: it is undocumented whether the bounds are
     * inclusive, and events have times of whole seconds.
     */
    private Page ask(String task, Span span, long number, int limit) {
        long start = Math.max(1, span.start() * 1_000 - 1);
        ApiRequest request = ApiRequest.get(NAME, "/edm/task/detail")
                .with("type", ALL_TYPES)
                .with("id", task)
                .with("start", start)
                .with("end", span.end() * 1_000 - 1);
        return calls.page(request, "total_count", "detail", number, limit);
    }

    /** Without the fields of the task, whose change is not a change of the event. */
    @Override
    public JsonNode fingerprinted(JsonNode event) {
        return !event.isObject()
                ? event
                : ((ObjectNode) event.deepCopy()).remove(List.of("subject", "thumbnail", "sendtime"));
    }

    @Override
    public LocalDateTime timeOf(JsonNode event) {
        return LocalTimes.timeOf(event.get("eventdate"), zone);
    }

    @Override
    public long secondOf(LocalDateTime time) {
        return time.toEpochSecond(zone);
    }

    private static long effectiveAt(JsonNode task) {
        return Math.max(task.path("createtime").asLong(0), task.path("sendtime").asLong(0));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
