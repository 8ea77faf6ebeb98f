package io.martech.connect.source.reader.counted;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.paged.PageFeed;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An endpoint that lists what happened to several subjects, as pages and with a count, for any span of time. Events are
 * added, also long after their time, and never changed. Times are in the platform's zone.
 */
public interface CountedFeed {

    /**
     * What events belong to.
     *
     * @param time when it was made, or became effective, whichever is later
     */
    record Subject(String id, LocalDateTime time) {}

    /** As many events on a page as the platform gives. */
    int ANY_LENGTH = 0;

    /** All subjects made since; null for the whole history. */
    List<Subject> subjects(LocalDateTime since);

    /** How many events a span holds. */
    long count(String subject, Span span);

    /**
     * Events of a span.
     *
     * @param number the first page is 1, whatever the platform calls it
     * @param limit how many events a page holds at most, or {@link #ANY_LENGTH}
     * @throws io.martech.connect.client.PlatformException if the answer is not the documented page; never an empty page
     *     instead
     */
    PageFeed.Page page(String subject, Span span, long number, int limit);

    /** The part of an event that makes it another one. */
    JsonNode fingerprinted(JsonNode event);

    /** When it happened, or null if the event does not tell. */
    LocalDateTime timeOf(JsonNode event);

    /** The platform's local time as seconds since 1970. */
    long secondOf(LocalDateTime time);
}
