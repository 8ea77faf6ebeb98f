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
 * Reads all events of a span, the first page first: events are only added, so in any stable order an event that existed
 * when reading began can only move to a page that is still to be read. Events added meanwhile show in the count.
 *
 * <p>Where the order is unstable, as it may be among events of one second, a page may repeat an event of another one, and
 * then some event is on no page. So distinct events are counted, not rows; missing ones are read again with pages of
 * another size, whose boundaries differ.
 */
final class SpanReader {

    private static final int ATTEMPTS = 12;

    /** The maximum number of events that is requested on one page. */
    private static final int LONGEST = 10_000;

    private final CountedFeed feed;
    private final Runnable turn;

    /** @param turn called before each request; may block */
    SpanReader(CountedFeed feed, Runnable turn) {
        this.feed = feed;
        this.turn = turn;
    }

    /**
     * The content of a span.
     *
     * @param count how many events were seen, or how many there were when reading began if some were added before it
     *     ended: if it differs from the platform's count, the span is read again
     */
    record Events(List<JsonNode> rows, long count) {}

    /** @throws ConnectException if the pages repeatedly hold fewer events than the platform counts, and repeat none */
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

    /** First the feed's own length, then all events on one page, then ever shorter pages. */
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

    /** Events by identity. Identical events on one page are distinct. */
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
