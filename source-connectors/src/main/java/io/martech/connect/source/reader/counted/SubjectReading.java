package io.martech.connect.source.reader.counted;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.reader.emitted.Fingerprints;
import io.martech.connect.source.reader.slice.KnownSlices;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One check of a subject: if the total count of its events has changed, finds the spans whose counts differ by halving,
 * and reads these. Each span that was read is a slice; the subject's own slice, which comes last, holds the spans and
 * their counts.
 */
public final class SubjectReading {

    public static final String TOTAL = "total";
    public static final String COUNTS = "counts";
    public static final String READ_AT = "read_at";

    private static final Logger log = LoggerFactory.getLogger(SubjectReading.class);

    /** A span with more events is halved, so that its cursor stays small and it is cheap to read again. */
    private static final int EVENTS_OF_A_SPAN = 1_000;

    private final CountedFeed feed;
    private final SpanReader reader;
    private final Runnable turn;
    private final KnownSlices slices;
    private final String subject;
    private final LocalDateTime now;
    private final LocalDateTime lookedBefore;
    private final EventChunks chunks;
    private final SpanCounts counts;
    private final Cursor before;

    /** The spans to be compared with the stored counts, the latest first; null before the check has begun. */
    private Deque<Node> pending;

    private long total;
    private boolean isConsistent = true;

    /** Slices of spans that were read as a whole before, and are now read in parts, which hold the same events. */
    private final Set<Span> splitUp = new LinkedHashSet<>();

    /** Slices whose offsets are to be deleted. */
    private final Deque<Slice> forgotten = new ArrayDeque<>();

    private boolean isTold;

    /** @param before when the previous check was; null for the first one */
    record Look(LocalDateTime now, LocalDateTime before) {}

    private record Node(Span span, long count) {}

    /**
     * @param turn called before each request; may block
     * @param look when this check begins, and when the previous one did
     */
    SubjectReading(CountedFeed feed, Runnable turn, KnownSlices slices, String subject, Look look, EventChunks chunks) {
        this.feed = feed;
        this.reader = new SpanReader(feed, turn);
        this.turn = turn;
        this.slices = slices;
        this.subject = subject;
        this.now = look.now;
        this.lookedBefore = look.before;
        this.chunks = chunks;
        this.before = slices.of(CountVerifiedEventReader.sliceOf(subject));
        this.counts = SpanCounts.parse(before.text(COUNTS));
    }

    /** The next span with new events; at the end the subject itself if its count has changed; then empty. */
    Optional<Chunk> next() {
        if (pending == null) {
            total = count(Span.ALL);
            pending = differences();
            if (pending.isEmpty()) {
                return Optional.empty();
            }
        }
        while (!pending.isEmpty()) {
            Optional<Chunk> chunk = resolve(pending.peek());
            if (chunk.isPresent()) {
                return chunk;
            }
        }
        if (!isTold) {
            return Optional.of(ofSubject());
        }
        return Optional.ofNullable(forgotten.poll()).map(slice -> chunks.forgetting(slice, Cursor.start()));
    }

    /** The spans to check. Usually all new events are in the span that contains today: then only that one. */
    private Deque<Node> differences() {
        Deque<Node> nodes = new ArrayDeque<>();
        long counted = before.number(TOTAL, -1);
        if (total == counted) {
            return nodes;
        }
        nodes.push(new Node(Span.ALL, total));
        Span open = counts.at(feed.secondOf(now));
        if (counted >= 0 && open != null && !open.equals(Span.ALL)) {
            Node today = new Node(open, count(open));
            if (today.count - counts.of(open) == total - counted) {
                nodes.clear();
            }
            nodes.push(today);
        }
        return nodes;
    }

    /** Removes the node, and adds its halves instead if it has to be halved. Does neither if a request fails. */
    private Optional<Chunk> resolve(Node node) {
        if (node.count == counts.of(node.span)) {
            pending.pop();
            return Optional.empty();
        }
        boolean isReadAsOne = !counts.isSplit(node.span) && (node.count <= EVENTS_OF_A_SPAN || node.span.isOneSecond());
        if (!isReadAsOne) {
            long earlier = count(node.span.earlierHalf());
            long later = node.count >= earlier ? node.count - earlier : count(node.span.laterHalf());
            pending.pop();
            pending.push(new Node(node.span.earlierHalf(), earlier));
            pending.push(new Node(node.span.laterHalf(), later));
            return Optional.empty();
        }
        if (node.count == 0) {
            pending.pop();
            counts.put(node.span, 0);
            return Optional.empty();
        }
        return read(node);
    }

    private Optional<Chunk> read(Node node) {
        SpanReader.Events events = reader.read(subject, node.span);
        if (events.count() < node.count) {
            isConsistent = false;
            log.warn(
                    "The platform counted {} events of '{}' in the span {}, but returned only {}. They are read"
                            + " again at the next poll.",
                    node.count,
                    subject,
                    node.span,
                    events.count());
        }
        Slice slice = sliceOf(node.span);
        Set<Long> known = knownIn(node.span);
        List<JsonNode> news = new ArrayList<>();
        Set<Long> held = new HashSet<>();
        boolean isWhole = true;
        for (JsonNode event : events.rows()) {
            long fingerprint = Fingerprints.of(feed.fingerprinted(event));
            boolean isNews = !known.contains(fingerprint) && !held.contains(fingerprint);
            if (isNews && news.size() == Chunk.MAXIMUM_ROWS) {
                isWhole = false;
                continue;
            }
            held.add(fingerprint);
            if (isNews) {
                news.add(event);
            }
        }
        Cursor from = slices.of(slice);
        Cursor next = cursorOf(held, from);
        if (isWhole) {
            pending.pop();
            counts.put(node.span, events.count());
        }
        if (news.isEmpty() && next.equals(from)) {
            return Optional.empty();
        }
        slices.put(slice, next);
        return Optional.of(chunks.of(slice, rowsOf(news), from, next));
    }

    private Cursor cursorOf(Set<Long> held, Cursor from) {
        Fingerprints fingerprints = new Fingerprints(held);
        if (!fingerprints.fitsIntoACursor()) {
            throw new ConnectException("'" + subject + "' has " + held.size()
                    + " events in the smallest time span; more than" + " 20,000 cannot be remembered.");
        }
        return fingerprints.addTo(from);
    }

    private List<Row> rowsOf(List<JsonNode> news) {
        ReadMode mode = lookedBefore == null ? ReadMode.BACKFILL : ReadMode.LIST;
        news.forEach(event -> {
            LocalDateTime time = feed.timeOf(event);
            if (lookedBefore != null && time != null && time.isBefore(lookedBefore)) {
                chunks.countLate(time, now);
            }
        });
        return news.stream().map(event -> new Row(event, mode)).toList();
    }

    /** What was emitted while the span was part of a longer one is stored there. */
    private Set<Long> knownIn(Span span) {
        List<Span> around = span.withAllAround();
        slices.load(around.stream().map(this::sliceOf).toList());
        Set<Long> known = new HashSet<>();
        for (Span each : around) {
            if (slices.of(sliceOf(each)).has(Fingerprints.KEY)) {
                known.addAll(Fingerprints.from(slices.of(sliceOf(each))).copy());
                if (!each.equals(span)) {
                    splitUp.add(each);
                }
            }
        }
        return known;
    }

    private Chunk ofSubject() {
        // For a single span that holds everything, its count is newer than that of the check.
        long reportedTotal = counts.at(0) != null && counts.at(0).equals(Span.ALL) ? counts.of(Span.ALL) : total;
        Cursor next = before.with(TOTAL, isConsistent ? reportedTotal : null)
                .with(COUNTS, counts.text())
                .with(READ_AT, now);
        Slice slice = CountVerifiedEventReader.sliceOf(subject);
        slices.put(slice, next);
        isTold = true;
        splitUp.stream().filter(this::isRememberedByItsParts).map(this::sliceOf).forEach(forgotten::add);
        slices.forget(forgotten::contains);
        return chunks.of(slice, List.of(), before, next);
    }

    private boolean isRememberedByItsParts(Span whole) {
        Set<Long> onlyThere = Fingerprints.from(slices.of(sliceOf(whole))).copy();
        for (Span span : counts.spans()) {
            if (whole.contains(span)) {
                onlyThere.removeAll(Fingerprints.from(slices.of(sliceOf(span))).copy());
            }
        }
        return onlyThere.isEmpty();
    }

    private Slice sliceOf(Span span) {
        return CountVerifiedEventReader.sliceOf(subject, span);
    }

    private long count(Span span) {
        turn.run();
        return feed.count(subject, span);
    }
}
