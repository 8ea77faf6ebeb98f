package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ServerClock;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.SliceCursors;
import io.martech.connect.source.reader.PlatformClock;
import io.martech.connect.source.reader.emitted.Buckets;
import io.martech.connect.source.reader.emitted.KeyedHashes;
import io.martech.connect.source.reader.paged.PageFeed.Page;
import io.martech.connect.source.reader.paged.PassChunks.Reading;
import io.martech.connect.source.reader.slice.KnownSlices;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.DeletionRule;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a list that can only be paged through, and changes meanwhile, in passes that emit differences from what was
 * emitted before. Between and during passes it polls the end where new rows appear, with priority. The emitted rows are
 * stored in buckets, each a slice, so that no cursor grows large.
 */
public final class PagedSnapshotReader implements Reader {

    /** The field that identifies a bucket in the source partition. */
    public static final String SLICE = Buckets.SLICE;

    /** The offset of the list itself changes with every page, so rows are never stored there, even if there are few. */
    private static final int FEWEST_BUCKETS = 16;

    private static final Logger log = LoggerFactory.getLogger(PagedSnapshotReader.class);

    private final PageFeed feed;
    private final KnownSlices stored;
    private final PlatformClock clock;
    private final PassSettings settings;
    private final PageChanges news;
    private final PassChunks chunks;
    private final Deletes deletes;
    private final OpenTail tail;
    private final PagePass pass;

    /** Chunks that are to be returned, in order. */
    private final Deque<Chunk> ready = new ArrayDeque<>();

    /** Ids seen in the current pass; complete only if the pass began in this task. */
    private final Set<Long> seen = new HashSet<>();

    private boolean isSeenFromTheBeginning;

    private Buckets buckets;
    private long total;

    /** When new rows were last polled; null if not yet in this cycle. */
    private LocalDateTime lookedAt;

    private boolean isPassRepeated;

    public PagedSnapshotReader(
            PageFeed feed,
            SliceCursors stored,
            ServerClock clock,
            ZoneOffset zone,
            PassSettings settings,
            Deletes deletes,
            OpenTailPriority turns) {
        this.feed = feed;
        this.stored = new KnownSlices(stored);
        this.clock = new PlatformClock(clock, zone);
        this.settings = settings;
        this.news = new PageChanges(feed, settings.emittedSince());
        this.chunks = new PassChunks(feed, news, deletes);
        this.deletes = deletes;
        this.tail = new OpenTail(feed, turns);
        this.pass = new PagePass(feed, turns);
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        if (!ready.isEmpty()) {
            return Optional.of(ready.remove());
        }
        PassCursor at = new PassCursor(cursor);
        LocalDateTime now = clock.now();
        load(cursor);
        if (isLookDue(at)) {
            look(at, now);
        } else if (at.isUnderWay()) {
            readOn(at);
        } else if (isPassDue(at)) {
            begin(at, now);
        } else {
            lookedAt = null;
            return Optional.empty();
        }
        return Optional.of(ready.remove());
    }

    /** A list holds the current state, not the changes up to a time. */
    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return null;
    }

    private void load(Cursor cursor) {
        if (buckets == null) {
            buckets = Buckets.of(null, cursor, stored);
            total = Math.max(total, buckets.size());
        }
    }

    /** A single page has no end to poll; and with an unknown order there is none before every row is known. */
    private boolean isLookDue(PassCursor at) {
        boolean hasEnd = at.pageSize() > 0 && (at.passes() > 0 || !at.order().isUnknown());
        return hasEnd && clock.isOver(lookedAt, settings.lookInterval());
    }

    private boolean isPassDue(PassCursor at) {
        if (at.passes() == 0 || isPassRepeated) {
            return true;
        }
        if (at.pageSize() == 0 || at.endedAt() == null) {
            return lookedAt == null;
        }
        return clock.isOver(at.endedAt(), settings.passInterval());
    }

    private void look(PassCursor at, LocalDateTime now) {
        OpenTail.Tail found = readTail(at, at.order());
        hand(at, at.lookedAt(now, found.order()), new Reading(found.rows()));
        lookedAt = now;
    }

    private OpenTail.Tail readTail(PassCursor at, PageOrder order) {
        OpenTail.Tail found = tail.read(order, at.pageSize(), total, rows -> news.isAllNewsOf(rows, buckets));
        total = found.total();
        see(found.rows());
        return found;
    }

    private void begin(PassCursor at, LocalDateTime now) {
        Page first = feed.page(1);
        total = first.total();
        seen.clear();
        isSeenFromTheBeginning = true;
        PageOrder order = (at.order().isUnknown() ? PageOrder.any() : at.order()).after(first.rows(), feed);
        PassCursor named = provideBuckets(at, now);
        PassCursor known = named.ofList(order);
        if (first.rows().size() >= first.total()) {
            see(first.rows());
            endAsOnePage(named, known.readAsOnePage(now), first.rows());
        } else {
            int size = first.rows().size();
            boolean backward = order.isAscending() || (order.isUnknown() && at.passes() % 2 == 1);
            PassCursor begun = known.begun(backward, backward ? (total + size - 1) / size : 2, size, now);
            List<JsonNode> rows = backward ? List.of() : first.rows();
            see(rows);
            hand(named, begun, new Reading(rows));
        }
        lookedAt = now;
    }

    private void endAsOnePage(PassCursor at, PassCursor ended, List<JsonNode> rows) {
        hand(at, ended, new Reading(rows, verdict(), Certainty.SINGLE));
        isPassRepeated = false;
    }

    private DeletionRule.Verdict<Long> verdict() {
        return deletes.after(buckets.all(), seen, id -> id >= 0 && feed.isStillThere(id));
    }

    /** Their number is stored before any content: a restarted reader could choose another one. */
    private PassCursor provideBuckets(PassCursor at, LocalDateTime now) {
        int count = Math.max(FEWEST_BUCKETS, buckets.countFor(total * KeyedHashes.CHARACTERS_OF_A_ROW));
        if (count == buckets.count()) {
            return at;
        }
        Buckets more = buckets.spreadOver(count, PlatformTime.format(now));
        PassCursor named = new PassCursor(more.addTo(at.cursor()));
        ready.addAll(chunks.ofMoreBuckets(buckets, more, at, named));
        buckets = more;
        return named;
    }

    private void readOn(PassCursor at) {
        PagePass.Pages pages = pass.read(at, () -> isLookDue(at));
        total = pages.total();
        see(pages.rows());
        if (pages.hasFaultySize()) {
            isPassRepeated = true;
            hand(at, at.abandoned(), new Reading(pages.rows()));
        } else if (pages.isLast()) {
            end(at, pages);
        } else {
            hand(at, at.at(pages.next(), pages.order()), new Reading(pages.rows()));
        }
    }

    private void end(PassCursor at, PagePass.Pages pages) {
        List<JsonNode> rows = new ArrayList<>(pages.rows());
        PageOrder order = pages.order();
        if (at.passes() > 0 || !order.isUnknown()) {
            // Rows added meanwhile are included, and may have moved what the count is compared with.
            OpenTail.Tail found = readTail(at, order);
            rows.addAll(found.rows());
            order = found.order();
        }
        boolean isWhole = !isSeenFromTheBeginning || seen.size() >= total;
        boolean isProven = isWhole && at.isBackward() && order.isAscending();
        PassCursor ended = at.at(pages.next(), order).ended(clock.now(), isWhole);
        DeletionRule.Verdict<Long> verdict = isWhole && isSeenFromTheBeginning ? verdict() : null;
        Certainty certainty = isProven ? Certainty.PROVEN : Certainty.UNPROVEN;
        hand(at, ended, new Reading(rows, verdict, certainty));
        tellWhatIsMissing(isWhole);
        isPassRepeated = !isWhole && !isPassRepeated;
        lookedAt = clock.now();
        news.forget();
    }

    private void tellWhatIsMissing(boolean isWhole) {
        if (isWhole) {
            return;
        }
        if (!isPassRepeated) {
            log.info(
                    "A pass has seen {} of {} rows, since rows moved between pages; it is repeated.",
                    seen.size(),
                    total);
            return;
        }
        log.warn(
                "Two consecutive passes have seen fewer rows than exist, the last one {} of {}. The next"
                        + " pass runs as scheduled. If this repeats while nothing changes, the number of the first"
                        + " page may be wrong.",
                seen.size(),
                total);
        feed.countWarning();
    }

    private void see(List<JsonNode> rows) {
        rows.forEach(row -> seen.add(feed.idOf(row)));
    }

    private void hand(PassCursor from, PassCursor to, Reading reading) {
        ready.addAll(chunks.of(from.cursor(), to, reading, buckets));
    }
}
