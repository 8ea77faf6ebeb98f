package io.martech.connect.sandbox.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What a progress record says of a resource.
 *
 * @param completeUpTo every change before it is in the topic; null until the source can say so
 * @param readUpTo every change before it was read once; null while the history is being read
 */
record ReadingProgress(Instant completeUpTo, Instant readUpTo) {

    static final ReadingProgress NONE = new ReadingProgress(null, null);

    static ReadingProgress of(JsonNode value) {
        return new ReadingProgress(instant(value.path("completeUpTo")), instant(value.path("readUpTo")));
    }

    /** Whether the first pass has read everything that changed at that time or before. */
    boolean isPast(Instant time) {
        return readUpTo != null && readUpTo.isAfter(time);
    }

    private static Instant instant(JsonNode time) {
        return time.isTextual() ? OffsetDateTime.parse(time.textValue()).toInstant() : null;
    }
}
