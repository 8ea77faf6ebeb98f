package io.martech.connect.source.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** How the pages of one list follow each other. Stateless: a read that fails starts again from the first page. */
@FunctionalInterface
public interface Paginator {

    /**
     * The rows of all pages.
     *
     * @param request the request without the parameter that selects the page
     * @param send sends a request and returns the body of its response
     * @param rowsOf extracts the rows of a body
     * @throws PlatformException if a page cannot be read, or the pages do not end
     */
    List<JsonNode> rows(
            ApiRequest request, Function<ApiRequest, JsonNode> send, Function<JsonNode, List<JsonNode>> rowsOf);

    /** All rows are in one response. */
    static Paginator onePage() {
        return (request, send, rowsOf) -> rowsOf.apply(send.apply(request));
    }

    /**
     * Numbered pages, until one holds nothing new: a platform may return smaller pages than requested, or ignore the
     * number.
     *
     * @param first the number of the first page
     */
    static Paginator pageNumber(String parameter, int first) {
        return (request, send, rowsOf) -> {
            Set<JsonNode> rows = new LinkedHashSet<>();
            int before;
            int number = first;
            do {
                before = rows.size();
                rows.addAll(rowsOf.apply(send.apply(request.with(parameter, number++))));
            } while (rows.size() > before);
            return List.copyOf(rows);
        };
    }

    /**
     * Each page holds the rows with ids above the given one, ascending, until one is empty. Rows added or deleted
     * meanwhile neither hide nor repeat others.
     *
     * @param idOf returns the immutable id of a row
     * @param start a number below every id
     */
    static Paginator keyset(String parameter, ToLongFunction<JsonNode> idOf, long start) {
        return (request, send, rowsOf) -> {
            List<JsonNode> rows = new ArrayList<>();
            long last = start;
            while (true) {
                List<JsonNode> page = rowsOf.apply(send.apply(request.with(parameter, last)));
                if (page.isEmpty()) {
                    return rows;
                }
                for (JsonNode row : page) {
                    long id = idOf.applyAsLong(row);
                    if (id <= last) {
                        throw endless(request, "its ids do not ascend: " + id + " follows " + last);
                    }
                    last = id;
                }
                rows.addAll(page);
            }
        };
    }

    /**
     * Each response holds an opaque cursor for the next page; the last one holds none.
     *
     * @param field the field of the response that holds the cursor; missing, null or empty on the last page
     */
    static Paginator cursor(String parameter, String field) {
        return (request, send, rowsOf) -> {
            List<JsonNode> rows = new ArrayList<>();
            Set<String> followed = new HashSet<>();
            JsonNode answer = send.apply(request);
            while (true) {
                rows.addAll(rowsOf.apply(answer));
                String next = answer.hasNonNull(field) ? answer.get(field).asText() : "";
                if (next.isEmpty()) {
                    return rows;
                }
                if (!followed.add(next)) {
                    throw endless(request, "it named the same next page twice");
                }
                answer = send.apply(request.with(parameter, next));
            }
        };
    }

    private static PlatformException endless(ApiRequest request, String reason) {
        return new PlatformException(
                Category.STOP,
                request.resource() + ": " + request + " cannot be paged through: " + reason
                        + ". Nothing was skipped. Please report this to the platform's support.",
                200,
                null,
                null,
                null);
    }
}
