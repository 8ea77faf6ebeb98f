package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;

/** How much memory JSON takes, as an estimate that is good for a bound. */
final class JsonSize {

    private static final int PER_NODE = 40;

    private JsonSize() {}

    static long of(JsonNode json) {
        if (json.isTextual()) {
            return PER_NODE + 2L * json.textValue().length();
        }
        long bytes = PER_NODE;
        for (JsonNode child : json) {
            bytes += PER_NODE + of(child);
        }
        return bytes;
    }
}
