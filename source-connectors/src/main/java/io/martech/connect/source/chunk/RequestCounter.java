package io.martech.connect.source.chunk;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends and counts the requests of one resource; also counts the warnings of its readers, and holds rows that they cannot
 * order. Thread-safe.
 */
public final class RequestCounter {

    private static final int MOST_ASIDE = 10_000;

    private final PlatformClient client;
    private final LongAdder requests = new LongAdder();
    private final LongAdder warnings = new LongAdder();
    private final Set<JsonNode> aside = new LinkedHashSet<>();

    /** Hashes, so that a row is reported once even if it is read repeatedly. */
    private final Set<Integer> wereAside = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
            return size() > MOST_ASIDE;
        }
    });

    public RequestCounter(PlatformClient client) {
        this.client = client;
    }

    /** The elements of the array that the platform returns. */
    public List<JsonNode> list(ApiRequest request) {
        return list(request, AnswerRoom.UNBOUNDED);
    }

    /** Like {@link #list(ApiRequest)}, for a response that may be too long to be held now. */
    public List<JsonNode> list(ApiRequest request, AnswerRoom room) {
        List<JsonNode> elements = new ArrayList<>();
        body(request, room).forEach(elements::add);
        return elements;
    }

    /** The whole body of the response. */
    public JsonNode body(ApiRequest request) {
        return body(request, AnswerRoom.UNBOUNDED);
    }

    private JsonNode body(ApiRequest request, AnswerRoom room) {
        requests.increment();
        return client.execute(request, room).body();
    }

    /** Opens a file that the platform has named; its download is one request. */
    public TextLines open(TextFile file, long linesReadBefore) {
        TextLines lines = client.open(file, linesReadBefore);
        requests.increment();
        return lines;
    }

    /**
     * Holds a row that lacks the field that rows are ordered by; it is emitted unchanged with the next chunk.
     *
     * @throws PlatformException if there are too many to hold
     */
    public synchronized void setAside(JsonNode row) {
        if (wereAside.contains(row.hashCode())) {
            return;
        }
        if (aside.size() == MOST_ASIDE) {
            throw new PlatformException(
                    Category.STOP,
                    "More than " + MOST_ASIDE
                            + " rows in a row have no usable id: the platform seems to answer in another form."
                            + " Nothing was skipped.",
                    200,
                    null,
                    null,
                    null);
        }
        aside.add(row);
    }

    /** The rows that were set aside since the last call. */
    public synchronized List<JsonNode> takeAside() {
        List<JsonNode> rows = List.copyOf(aside);
        rows.forEach(row -> wereAside.add(row.hashCode()));
        aside.clear();
        return rows;
    }

    public long requests() {
        return requests.sum();
    }

    /** Counts a finding that the user should check; the log describes it. */
    public void countWarning() {
        warnings.increment();
    }

    public long warnings() {
        return warnings.sum();
    }
}
