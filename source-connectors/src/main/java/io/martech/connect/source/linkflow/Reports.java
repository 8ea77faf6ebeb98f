package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.EndpointContext;
import io.martech.connect.source.reader.snapshot.ListFeed.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Results of reports: {@code GET /open/report/{reportId}}, chapter 获取报表结果. A report may be computed after it is
 * requested; until then its {@code status} is 0, and it is polled for at most a minute. If it is not computed by then,
 * its previous result is used.
 */
final class Reports implements Supplier<List<Answer>> {

    static final String NAME = "reports";

    private static final Logger log = LoggerFactory.getLogger(Reports.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LAST_WAIT = Duration.ofSeconds(32);
    private static final int COMPUTED = 1;

    private final RequestCounter client;
    private final List<String> ids;
    private final TimeSource time;

    /** The last results, for reports that are being computed again. */
    private final Map<String, JsonNode> known = new LinkedHashMap<>();

    Reports(RequestCounter client, List<String> ids, TimeSource time) {
        this.client = client;
        this.ids = List.copyOf(ids);
        this.time = time;
    }

    /** @param reading the context, whose configuration names the reports, since no endpoint lists them */
    static Reports of(EndpointContext<LinkflowSourceOptions> reading) {
        return new Reports(
                reading.client(), reading.config().getList(LinkflowSourceOptions.REPORTS_IDS), reading.time());
    }

    @Override
    public List<Answer> get() {
        List<String> pending = ask(ids);
        for (Duration wait = FIRST_WAIT;
                !pending.isEmpty() && wait.compareTo(LAST_WAIT) <= 0;
                wait = wait.multipliedBy(2)) {
            pause(wait);
            pending = ask(pending);
        }
        if (!pending.isEmpty()) {
            client.countWarning();
            log.warn("reports: {} are not computed after a minute; they are retried at the next poll.", pending);
        }
        return ids.stream()
                .filter(known::containsKey)
                .map(id -> new Answer(id, List.of(known.get(id))))
                .toList();
    }

    /** Requests the reports and returns those that are not computed yet. */
    private List<String> ask(List<String> reports) {
        List<String> pending = new ArrayList<>();
        for (String id : reports) {
            JsonNode answer = answerOf(id);
            if (answer.path("status").asInt() == COMPUTED) {
                ObjectNode row = answer.deepCopy();
                known.put(id, row.put("reportId", Long.parseLong(id)));
            } else {
                pending.add(id);
            }
        }
        return pending;
    }

    private JsonNode answerOf(String id) {
        return client.body(ApiRequest.get(NAME, "/open/report/" + id)
                .expecting(Expectation.object().rejecting("B00008").namedBy(LinkflowSourceOptions.REPORTS_IDS)));
    }

    private void pause(Duration wait) {
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientClosedException("Interrupted while a report was being computed", e);
        }
    }
}
