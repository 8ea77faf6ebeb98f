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

/** How the pages of one answer follow each other. Holds no state: a reading that fails is read again from its first page. */
@FunctionalInterface
public interface Paginator {

    /**
     * The rows of all pages.
     *
     * @param request for the first page, still without what names the page
     * @param send sends a request and gives the body of its answer
     * @param rowsOf the rows of a body
     * @throws PlatformException if a page cannot be read, or pages follow each other without end
     */
    List<JsonNode> rows(
            ApiRequest request, Function<ApiRequest, JsonNode> send, Function<JsonNode, List<JsonNode>> rowsOf);

    /** All rows are in one answer. */
    static Paginator onePage() {
        return (request, send, rowsOf) -> rowsOf.apply(send.apply(request));
    }

    /**
     * Pages with numbers, until one holds nothing new: a platform may serve smaller pages than it was asked for, or ignore the
     * number.
     *
     * @param first what the platform calls the first page
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
     * Each page holds the rows with ids above the one that is named, ascending, until one is empty. No row is missed or repeated
     * however many come and go meanwhile.
     *
     * @param idOf an id that never changes
     * @param start below every id
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
     * Each answer names the next page by a text that means nothing to us; the last one names none.
     *
     * @param field of an answer that holds that text; missing, null or empty on the last page
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
