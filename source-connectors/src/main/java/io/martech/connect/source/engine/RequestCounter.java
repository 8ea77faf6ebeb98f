package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Asks for lists, and counts how often, for the progress records of one resource. */
public final class RequestCounter {

    private final PlatformClient client;
    private final LongAdder requests = new LongAdder();
    private final LongAdder warnings = new LongAdder();

    public RequestCounter(PlatformClient client) {
        this.client = client;
    }

    /** The elements of the array that the platform answers. */
    public List<JsonNode> list(ApiRequest request) {
        List<JsonNode> elements = new ArrayList<>();
        body(request).forEach(elements::add);
        return elements;
    }

    /** The whole answer. */
    public JsonNode body(ApiRequest request) {
        requests.increment();
        return client.execute(request).body();
    }

    /** A file that the platform has named; its download counts as one request. */
    public TextLines open(TextFile file, long linesReadBefore) {
        TextLines lines = client.open(file, linesReadBefore);
        requests.increment();
        return lines;
    }

    public long requests() {
        return requests.sum();
    }

    /** Something was found that the user should look at; the log says what. */
    public void countWarning() {
        warnings.increment();
    }

    public long warnings() {
        return warnings.sum();
    }
}
