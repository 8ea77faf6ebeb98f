package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.m1world.M1worldPaths;
import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.m1world.M1worldSchemas;
import io.martech.connect.source.endpoint.EndpointContext;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.reader.counted.CountVerifiedEventReader;
import io.martech.connect.source.reader.offsets.CursorRules;
import io.martech.connect.source.reader.paged.PagedSnapshotReader;
import io.martech.connect.source.reader.snapshot.ListFeed.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The resources of M1world. A text of one space is a missing value. */
public final class M1worldEndpoints {

    /** Contacts (获取联系人列表), page by page while they change. */
    private static final SourceEndpoint<M1worldSourceOptions> CONTACTS = SourceEndpoint.of(
            ContactsFeed.NAME,
            PagedSnapshotReader.SLICE,
            (name, offset, now) -> CursorRules.checkPasses(name, offset),
            ContactsFeed::open);

    /** Groups (获取群组列表), in pages whose maximum size is undocumented. */
    private static final ListEndpoint<M1worldSourceOptions> GROUPS = read(
                    "groups", M1worldSchemas.GROUP, (calls, config) -> calls.allPages("groups", "/contact/group/all"))
            .ignoring("contactSize");

    /** Tags (获取标签列表), in pages likewise. */
    private static final ListEndpoint<M1worldSourceOptions> TAGS = read(
                    "tags", M1worldSchemas.TAG, (calls, config) -> calls.allPages("tags", "/contact/tag/all"))
            .ignoring("contactSize");

    /** Custom properties, see {@link M1worldPaths#PROPERTIES}. */
    private static final ListEndpoint<M1worldSourceOptions> PROPERTIES = ListEndpoint.<M1worldSourceOptions>of(
                    ApiRequest.form("properties", M1worldPaths.PROPERTIES).expecting(Expectation.array()),
                    M1worldSchemas.PROPERTY)
            .rowsAt("data")
            .shaped(BlankTexts::asNull);

    /** The account's fields, see {@link M1worldPaths#SETTING}. */
    private static final ListEndpoint<M1worldSourceOptions> FIELDS = ListEndpoint.<M1worldSourceOptions>get(
                    "fields", M1worldPaths.SETTING, M1worldSchemas.FIELD)
            .expecting(Expectation.object())
            .rowsAt("data", "setting")
            .shaped(BlankTexts::asNull);

    /** E-mail tasks (获取EDM列表). */
    private static final ListEndpoint<M1worldSourceOptions> EMAIL_TASKS = read(
            "email-tasks",
            M1worldSchemas.EMAIL_TASK,
            (calls, config) -> emailTasks(calls, "email-tasks", config.since(), calls.now()));

    /** E-mail events (获取指定EDM明细), verified by the platform's count. */
    private static final SourceEndpoint<M1worldSourceOptions> EMAIL_EVENTS = SourceEndpoint.of(
            EmailEventsFeed.NAME,
            CountVerifiedEventReader.SLICE,
            (name, offset, now) -> CursorRules.checkCounted(name, offset),
            EmailEventsFeed::open);

    /** docs/resources.md is generated from these. */
    public static final List<SourceEndpoint<M1worldSourceOptions>> ALL =
            List.of(CONTACTS, GROUPS, TAGS, PROPERTIES, FIELDS, EMAIL_TASKS, EMAIL_EVENTS);

    /** The resources that are read from {@code start.time} on. */
    static final Set<String> WITH_BEGINNING = Set.of(CONTACTS.name(), EMAIL_TASKS.name(), EMAIL_EVENTS.name());

    private static final Duration PLANNED_AHEAD = Duration.ofDays(90);

    private M1worldEndpoints() {}

    /**
     * All tasks of a span of time in one response; it is undocumented whether it selects by the time of creation or of
     * sending, so the span extends into the future, for scheduled tasks.
     *
     * @param resource the resource that the rows are requested for
     */
    static List<JsonNode> emailTasks(M1worldCalls calls, String resource, Instant since, Instant now) {
        return calls.array(ApiRequest.get(resource, "/edm/tasks")
                .with("start", since.toEpochMilli())
                .with("end", now.plus(PLANNED_AHEAD).toEpochMilli()));
    }

    private static ListEndpoint<M1worldSourceOptions> read(
            String name, TopicSchema schema, BiFunction<M1worldCalls, M1worldSourceOptions, List<JsonNode>> rows) {
        return ListEndpoint.readBy(name, schema, (EndpointContext<M1worldSourceOptions> context) -> {
            M1worldCalls calls = M1worldCalls.of(context.client(), context.clock(), context.config());
            return () -> Answer.only(rows.apply(calls, context.config()));
        });
    }
}
