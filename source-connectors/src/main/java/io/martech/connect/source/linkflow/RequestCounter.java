package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.PlatformClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Asks for lists, and counts how often, for the progress records of one resource. */
final class RequestCounter {

    private final PlatformClient client;
    private final LongAdder requests = new LongAdder();

    RequestCounter(PlatformClient client) {
        this.client = client;
    }

    /** The elements of the array that the platform answers. */
    List<JsonNode> list(ApiRequest request) {
        requests.increment();
        List<JsonNode> elements = new ArrayList<>();
        client.execute(request).body().forEach(elements::add);
        return elements;
    }

    long requests() {
        return requests.sum();
    }
}
