package io.martech.connect.source.reader.counted;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.reader.emitted.Fingerprints;
import io.martech.connect.source.reader.paged.PageFeed.Page;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Reads all events of a span, the first page first: events are only added, so whatever the order is, one that was there when the
 * reading began can only move to a page that is still to be read. What was added meanwhile shows in the count.
 *
 * <p>Where the order is none, as it may be among events of one second, a page may repeat what another one held, and then something else
 * stands on no page. So events are counted that were seen, not rows; what is missing is read again by pages of another size, which
 * part in other places.
 */
final class SpanReader {

    private static final int ATTEMPTS = 12;

    /** So many events on one page are asked for at most. */
    private static final int LONGEST = 10_000;

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
     * @param count how many events were seen, or how many there were when the reading began if some were added until it ended: if it
     *     is not what the platform counts, the span is read again
     */
    record Events(List<JsonNode> rows, long count) {}

    /**
     * @throws ConnectException if the pages hold fewer events than the platform counts, again and again, and repeat none
     */
    Events read(String subject, Span span) {
        Seen seen = new Seen(feed);
        int pageLength = 0;
        long first = 0;
        long last = 0;
        boolean hasRepetition = false;
        Events added = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int limit = limit(attempt, pageLength, last);
            long before = seen.count();
            long rows = 0;
            Page page = ask(subject, span, 1, limit);
            first = page.total();
            pageLength = pageLength == 0 ? page.rows().size() : pageLength;
            seen.add(page);
            rows += page.rows().size();
            for (long number = 2; rows < page.total() && !page.rows().isEmpty(); number++) {
                page = ask(subject, span, number, limit);
                seen.add(page);
                rows += page.rows().size();
            }
            last = page.total();
            if (seen.count() >= last) {
                added = new Events(seen.rows(), first);
                if (first == last || attempt > 1) {
                    return added;
                }
            }
            hasRepetition |= rows >= last && seen.count() < last;
            boolean agreesWithTheLast = attempt > 2 && first == last && seen.count() == before;
            if (hasRepetition && agreesWithTheLast) {
                break;
            }
        }
        if (added != null) {
            return added;
        }
        if (hasRepetition) {
            return new Events(seen.rows(), Math.min(seen.count(), first));
        }
        throw new ConnectException("The platform counts " + last + " events of '" + subject + "' in the span " + span
                + " (start in epoch seconds, and length as a power of two), but its pages hold fewer, " + ATTEMPTS
                + " times in a row. Nothing was skipped; restart the task to try again.");
    }

    /** As the feed has it, then all on one page, then shorter and shorter ones. */
    private static int limit(int attempt, int pageLength, long total) {
        return switch (attempt) {
            case 0 -> CountedFeed.ANY_LENGTH;
            case 1 -> (int) Math.max(1, Math.min(total, LONGEST));
            default -> Math.max(1, pageLength - (attempt - 1) * Math.max(1, pageLength / ATTEMPTS));
        };
    }

    private Page ask(String subject, Span span, long number, int limit) {
        turn.run();
        return feed.page(subject, span, number, limit);
    }

    /** Events by what makes them others. Those of one page that are alike are as many as they are. */
    private static final class Seen {

        private final CountedFeed feed;
        private final Map<Long, JsonNode> rows = new LinkedHashMap<>();
        private final Map<Long, Integer> mostOnAPage = new HashMap<>();

        private Seen(CountedFeed feed) {
            this.feed = feed;
        }

        private void add(Page page) {
            Map<Long, Integer> onThisPage = new HashMap<>();
            for (JsonNode row : page.rows()) {
                long fingerprint = Fingerprints.of(feed.fingerprinted(row));
                rows.putIfAbsent(fingerprint, row);
                onThisPage.merge(fingerprint, 1, Integer::sum);
            }
            onThisPage.forEach((fingerprint, times) -> mostOnAPage.merge(fingerprint, times, Math::max));
        }

        private long count() {
            return mostOnAPage.values().stream().mapToLong(times -> times).sum();
        }

        private List<JsonNode> rows() {
            return List.copyOf(rows.values());
        }
    }
}
