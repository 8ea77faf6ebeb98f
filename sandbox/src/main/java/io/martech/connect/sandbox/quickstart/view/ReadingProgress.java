package io.martech.connect.sandbox.quickstart.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What a progress record says of a resource.
 *
 * @param isOfList whether it is a list: such a one tells what is there now, and is never complete up to a time
 * @param completeUpTo every change before it is in the topic; null until the source can say so
 * @param readUpTo every change before it was read once; null while the history is being read
 */
public record ReadingProgress(boolean isOfList, Instant completeUpTo, Instant readUpTo) {

    public static final ReadingProgress NONE = new ReadingProgress(false, null, null);

    public static ReadingProgress of(JsonNode value) {
        return new ReadingProgress(
                value.path("phase").asText().equals("list"),
                instant(value.path("completeUpTo")),
                instant(value.path("readUpTo")));
    }

    /** Whether everything that changed at that time or before was read. */
    public boolean isPast(Instant time) {
        return readUpTo != null && readUpTo.isAfter(time);
    }

    private static Instant instant(JsonNode time) {
        return time.isTextual() ? OffsetDateTime.parse(time.textValue()).toInstant() : null;
    }
}
