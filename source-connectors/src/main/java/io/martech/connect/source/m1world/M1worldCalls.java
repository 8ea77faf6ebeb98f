package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ServerClock;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.reader.paged.PageFeed.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/** Sends and counts the requests of one resource of M1world. Texts of a single space become null. */
final class M1worldCalls {

    /** How often a list is read whose pages contradict each other because it was changed meanwhile. */
    private static final int ATTEMPTS = 3;

    private final ServerClock clock;
    private final RequestCounter client;
    private final int firstPage;
    private final int pageSize;
    private long longestPage;

    /**
     * @param firstPage the number of the first page
     * @param pageSize how many rows to request where no limit is documented
     */
    private M1worldCalls(RequestCounter client, ServerClock clock, int firstPage, int pageSize) {
        this.clock = clock;
        this.client = client;
        this.firstPage = firstPage;
        this.pageSize = pageSize;
    }

    static M1worldCalls of(RequestCounter client, ServerClock clock, M1worldSourceOptions config) {
        return new M1worldCalls(client, clock, config.firstPage(), config.pageSize());
    }

    static M1worldCalls of(RequestCounter client, SourceContext<M1worldSourceOptions> context) {
        return of(client, context.client().serverClock(), context.options());
    }

    /** The array in the response's {@code data}. */
    List<JsonNode> array(ApiRequest request) {
        return rowsOf(data(request.expecting(Expectation.array())));
    }

    /** The response's {@code data}. */
    JsonNode data(ApiRequest request) {
        return client.body(request).path("data");
    }

    /**
     * All rows of a paged list, which {@code data} holds next to {@code total} under the name of the resource.
     *
     * @throws ConnectException if the pages repeatedly hold fewer rows than the platform counts
     */
    List<JsonNode> allPages(String resource, String path) {
        ApiRequest request = ApiRequest.get(resource, path);
        Map<JsonNode, JsonNode> found = new LinkedHashMap<>();
        long total = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            found.clear();
            boolean hasMore = true;
            for (long number = 1; hasMore; number++) {
                Page page = page(request, "total", resource, number, pageSize);
                total = page.total();
                int before = found.size();
                page.rows().forEach(row -> found.put(row.hasNonNull("id") ? row.get("id") : row, row));
                hasMore = found.size() > before && found.size() < total;
            }
            if (found.size() >= total) {
                return new ArrayList<>(found.values());
            }
        }
        throw new ConnectException("M1world counts " + total + " " + resource + ", but its pages hold " + found.size()
                + ", three times in a row. Nothing was skipped; restart the task to try again.");
    }

    /**
     * One page.
     *
     * @param number the page number from 1, regardless of the platform's numbering
     * @throws ConnectException if a page that must hold rows is empty, so that the configured number of the first page
     *     is wrong
     */
    Page page(ApiRequest request, String total, String rows, long number, int limit) {
        Page page = ask(request, total, rows, number, limit);
        if (page.rows().isEmpty() && number > 1 && longestPage == 0) {
            // How far the pages reach is only known from one that has rows: there may be fewer than before a restart.
            page(request, total, rows, 1, limit);
        }
        if (isImpossible(page, number)) {
            page = ask(request, total, rows, number, limit);
        }
        if (isImpossible(page, number)) {
            throw new ConnectException("M1world reports " + page.total() + " rows of " + request.resource()
                    + ", but page " + (number - 1 + firstPage) + " is empty. Its pages may start at " + (1 - firstPage)
                    + ": set " + M1worldSourceOptions.FIRST_PAGE + " to that. Nothing was skipped.");
        }
        longestPage = Math.max(longestPage, page.rows().size());
        return page;
    }

    private boolean isImpossible(Page page, long number) {
        return page.rows().isEmpty() && (number - 1) * longestPage < page.total();
    }

    private Page ask(ApiRequest request, String total, String rows, long number, int limit) {
        long asked = number - 1 + firstPage;
        JsonNode data =
                dataOfPage(request.with("page", asked).with("limit", limit).expecting(Expectation.object()), asked);
        JsonNode count = data.path(total);
        if (!count.asText().matches("\\d{1,18}") || !data.path(rows).isArray()) {
            throw new PlatformException(
                    Category.STOP,
                    "M1world answered " + request + " (" + request.resource() + ") without \"" + total + "\" and \""
                            + rows + "\" in \"data\". Nothing was skipped; restart the task to try again.",
                    200,
                    null,
                    null,
                    null);
        }
        return new Page(rowsOf(data.path(rows)), Long.parseLong(count.asText()));
    }

    private JsonNode dataOfPage(ApiRequest request, long asked) {
        try {
            return data(request);
        } catch (PlatformException e) {
            if (asked == 0 && "E10103".equals(e.code())) {
                throw new ConnectException(
                        e.getMessage() + " It may have no page 0: set " + M1worldSourceOptions.FIRST_PAGE + " to 1.",
                        e);
            }
            throw e;
        }
    }

    /** The platform's time. */
    Instant now() {
        return clock.now();
    }

    void countWarning() {
        client.countWarning();
    }

    private static List<JsonNode> rowsOf(JsonNode array) {
        List<JsonNode> rows = new ArrayList<>(array.size());
        array.forEach(row -> rows.add(BlankTexts.asNull(row)));
        return rows;
    }
}
