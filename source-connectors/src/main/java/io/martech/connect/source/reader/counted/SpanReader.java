package io.martech.connect.source.reader.counted;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.paged.PageFeed.Page;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Reads all events of a span, the first page first: events are only added, so whatever the order is, one that was there when the
 * reading began can only move to a page that is still to be read. What was added meanwhile shows in the count.
 */
final class SpanReader {

    private static final int ATTEMPTS = 3;

    private final CountedFeed feed;
    private final Runnable turn;

    /** @param turn is waited for before each request */
    SpanReader(CountedFeed feed, Runnable turn) {
        this.feed = feed;
        this.turn = turn;
    }

    /**
     * What a span holds.
     *
     * @param count how many events the platform said there were when the reading began, if some were added until it ended, so
     *     that the span will be read again
     */
    record Events(List<JsonNode> rows, long count) {}

    /**
     * @throws ConnectException if the pages hold fewer events than the platform counts, again and again
     */
    Events read(String subject, Span span) {
        Events events = null;
        long last = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<JsonNode> rows = new ArrayList<>();
            Page page = ask(subject, span, 1);
            long first = page.total();
            rows.addAll(page.rows());
            for (long number = 2; rows.size() < page.total() && !page.rows().isEmpty(); number++) {
                page = ask(subject, span, number);
                rows.addAll(page.rows());
            }
            last = page.total();
            if (rows.size() >= last) {
                events = new Events(rows, first);
                if (first == last) {
                    return events;
                }
            }
        }
        if (events == null) {
            throw new ConnectException(
                    "The platform counts " + last + " events of '" + subject + "' in the span " + span
                            + " (start in epoch seconds, and length as a power of two), but its pages hold fewer, three times in a"
                            + " row. Nothing was skipped; restart the task to try again.");
        }
        return events;
    }

    private Page ask(String subject, Span span, long number) {
        turn.run();
        return feed.page(subject, span, number);
    }
}
