package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.m1world.M1worldSchemas;
import io.martech.connect.source.endpoint.EndpointContext;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.reader.snapshot.ListFeed.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** The whole lists of M1world. A text of one space is nothing. */
public final class M1worldEndpoints {

    /** Groups (获取群组列表), in pages whose largest size is undocumented. */
    private static final ListEndpoint<M1worldSourceConfig> GROUPS = read(
                    "groups", M1worldSchemas.GROUP, (calls, config) -> calls.allPages("groups", "/contact/group/all"))
            .ignoring("contactSize");

    /** Tags (获取标签列表), in pages likewise. */
    private static final ListEndpoint<M1worldSourceConfig> TAGS = read(
                    "tags", M1worldSchemas.TAG, (calls, config) -> calls.allPages("tags", "/contact/tag/all"))
            .ignoring("contactSize");

    /** Custom properties (获取自定义字段列表). A POST that only reads. */
    private static final ListEndpoint<M1worldSourceConfig> PROPERTIES = ListEndpoint.<M1worldSourceConfig>of(
                    ApiRequest.form("properties", "/contact/property/all").expecting(Expectation.array()),
                    M1worldSchemas.PROPERTY)
            .rowsAt("data")
            .shaped(BlankTexts::asNull);

    /** The account's fields (获取当前账号所有字段列表). */
    private static final ListEndpoint<M1worldSourceConfig> FIELDS = ListEndpoint.<M1worldSourceConfig>get(
                    "fields", "/contact/setting", M1worldSchemas.FIELD)
            .expecting(Expectation.object())
            .rowsAt("data", "setting")
            .shaped(BlankTexts::asNull);

    /** Tasks that send e-mails (获取EDM列表). */
    static final ListEndpoint<M1worldSourceConfig> EMAIL_TASKS = read(
            "email-tasks",
            M1worldSchemas.EMAIL_TASK,
            (calls, config) -> emailTasks(calls, "email-tasks", config.since(), calls.now()));

    /** All of them; docs/resources.md is printed from these. */
    public static final List<ListEndpoint<M1worldSourceConfig>> ALL =
            List.of(GROUPS, TAGS, PROPERTIES, FIELDS, EMAIL_TASKS);

    private static final Duration PLANNED_AHEAD = Duration.ofDays(90);

    private M1worldEndpoints() {}

    /**
     * All tasks of a span of time in one answer; it is undocumented whether it is the time of creation or of sending, so the span
     * reaches into the future, for what is only planned.
     *
     * @param resource what the rows are requested for
     */
    static List<JsonNode> emailTasks(M1worldCalls calls, String resource, Instant since, Instant now) {
        return calls.array(ApiRequest.get(resource, "/edm/tasks")
                .with("start", since.toEpochMilli())
                .with("end", now.plus(PLANNED_AHEAD).toEpochMilli()));
    }

    private static ListEndpoint<M1worldSourceConfig> read(
            String name, TopicSchema schema, BiFunction<M1worldCalls, M1worldSourceConfig, List<JsonNode>> rows) {
        return ListEndpoint.readBy(name, schema, (EndpointContext<M1worldSourceConfig> context) -> {
            M1worldCalls calls = M1worldCalls.of(context.client(), context.clock(), context.config());
            return () -> Answer.only(rows.apply(calls, context.config()));
        });
    }
}
