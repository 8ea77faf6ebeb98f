package io.martech.connect.source.reader.counted;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.paged.PageFeed;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An endpoint that lists the events of several subjects, in pages and with a count, for any span of time. Events are
 * added, also long after their time, and never changed. Times are in the platform's zone.
 */
public interface CountedFeed {

    /**
     * The object that events belong to.
     *
     * @param time when it was created, or took effect, whichever is later
     */
    record Subject(String id, LocalDateTime time) {}

    /** A page of the platform's own length. */
    int ANY_LENGTH = 0;

    /** All subjects created since; null for the whole history. */
    List<Subject> subjects(LocalDateTime since);

    /** The number of events in a span. */
    long count(String subject, Span span);

    /**
     * Events of a span.
     *
     * @param number the page number from 1, regardless of the platform's numbering
     * @param limit the maximum number of events on a page, or {@link #ANY_LENGTH}
     * @throws io.martech.connect.client.PlatformException if the response is not the documented page; an error is never
     *     returned as an empty page
     */
    PageFeed.Page page(String subject, Span span, long number, int limit);

    /** The part of an event that identifies it. */
    JsonNode fingerprinted(JsonNode event);

    /** When it happened, or null if the event has no time. */
    LocalDateTime timeOf(JsonNode event);

    /** The platform's local time as seconds since 1970. */
    long secondOf(LocalDateTime time);
}
