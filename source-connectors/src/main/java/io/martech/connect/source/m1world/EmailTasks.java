package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.schema.m1world.M1worldSchemas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Tasks that send e-mails: {@code GET /edm/tasks} (获取EDM列表). All of a span of time in one answer; nobody documents whether it
 * is the time of creation or of sending, so the span reaches into the future, for what is only planned.
 */
final class EmailTasks {

    static final String NAME = "email-tasks";

    static final M1worldList LIST = new M1worldList(
            NAME,
            Set.of(),
            (calls, config) -> rows(calls, NAME, config.since(), calls.now()),
            M1worldSchemas.EMAIL_TASK);

    private static final Duration PLANNED_AHEAD = Duration.ofDays(90);

    private EmailTasks() {}

    /** @param resource what the rows are asked for */
    static List<JsonNode> rows(M1worldCalls calls, String resource, Instant since, Instant now) {
        return calls.array(ApiRequest.get(resource, "/edm/tasks")
                .with("start", since.toEpochMilli())
                .with("end", now.plus(PLANNED_AHEAD).toEpochMilli()));
    }
}
