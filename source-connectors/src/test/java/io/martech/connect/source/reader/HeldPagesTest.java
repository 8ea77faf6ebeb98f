package io.martech.connect.source.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.engine.MemoryBudget;
import io.martech.connect.source.reader.IdRangeReader.IdPage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of what it reads by id a task holds at once, in pages that are under way or wait to be taken. */
class HeldPagesTest {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final int RANGES = 32;
    private static final int GAP = 3;
    private static final int STEP = 1_024;

    private final ParallelRequests threads = new ParallelRequests(RANGES, () -> RANGES);
    private final FakeFeed feed = new FakeFeed().arriving(this::arrive);
    private final List<Long> read = new ArrayList<>();

    /** Pages that have arrived, by the ids of their first rows, with those of their last ones. */
    private final Map<Long, Page> arrived = new TreeMap<>();

    private long arriving;
    private long mostHeld;
    private int rows;
    private int rowLength;
    private volatile CountDownLatch manyUnderWay = new CountDownLatch(0);

    private record Page(long lastId, long bytes) {}

    @AfterEach
    void closeThreads() {
        threads.close();
    }

    /** All at once if requests run on threads, each as it is sent if not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void largePagesAreHeldByBytesNotByTheNumberOfRanges(boolean onThreads) {
        IdRanges start = rangesOf(3_000);
        rowsHave(20_000);
        readOn(start, onThreads ? threads : Runnable::run, new MemoryBudget(2_000_000), Integer.MAX_VALUE);
        assertThat(mostHeld).as("bytes of text held, pages have 200,000").isLessThanOrEqualTo(1_200_000);
    }

    @Test
    void pagesThatGrowAreGivenUpAndRequestedAgainWhenThereIsRoom() {
        IdRanges start = rangesOf(6_000);
        rowsHave(200);
        readOn(start, threads, new MemoryBudget(2_000_000), 70);
        assertThat(mostHeld).as("bytes of text held, pages have 200,000").isLessThanOrEqualTo(1_200_000);
    }

    @Test
    void smallPagesAreRequestedForAllRangesAtOnce() {
        feed.idPagesOf(100);
        IdRanges cursor = rangesOf(20_000);
        rowsHave(1_000);
        IdRangeReader reader = reader(threads, new MemoryBudget(64L << 20));
        cursor = next(reader, cursor);
        // A range that ends is replaced as soon as another can be divided.
        manyUnderWay = new CountDownLatch(RANGES * 3 / 4);
        for (int page = 0; page < 2 * RANGES; page++) {
            cursor = next(reader, cursor);
        }
        assertThat(manyUnderWay.getCount()).as("requests that were missing").isZero();
    }

    private void readOn(IdRanges start, Executor requests, MemoryBudget budget, int pagesBeforeTheyGrow) {
        IdRangeReader reader = reader(requests, budget);
        IdRanges cursor = start;
        for (int page = 0; !cursor.isDone(); page++) {
            if (page == pagesBeforeTheyGrow) {
                manyUnderWay = new CountDownLatch(RANGES / 2);
                rowsHave(rowLength * 100);
            }
            cursor = next(reader, cursor);
        }
        assertThat(read).doesNotHaveDuplicates().hasSize(rows);
        assertThat(manyUnderWay.getCount()).as("requests that were missing").isZero();
    }

    /** So many rows, of which some were read until there were as many ranges as may be. */
    private IdRanges rangesOf(int count) {
        rows = count;
        for (long id = 1; id <= count; id++) {
            feed.put(id * GAP, LONG_AGO);
        }
        IdRangeReader reader = reader(Runnable::run, new MemoryBudget(Long.MAX_VALUE / 2));
        IdRanges cursor = IdRanges.above(0);
        while (cursor.ranges().size() < RANGES) {
            cursor = next(reader, cursor);
        }
        arrived.clear();
        mostHeld = 0;
        return cursor;
    }

    private IdRangeReader reader(Executor requests, MemoryBudget budget) {
        return new IdRangeReader(feed, "orders", requests, () -> RANGES, budget);
    }

    private IdRanges next(IdRangeReader reader, IdRanges cursor) {
        IdPage page = reader.next(cursor, entry -> true);
        read.addAll(FakeFeed.idsOf(page.rows()));
        releaseAllBut(page.next());
        return page.next();
    }

    /** A page as the client reads it: in steps, and given up where there is no room. */
    private List<JsonNode> arrive(List<JsonNode> page, AnswerRoom room) {
        CountDownLatch others = manyUnderWay;
        others.countDown();
        waitFor(others);
        long bytes = 0;
        for (long left = page.stream()
                        .mapToLong(row -> row.path("text").asText().length())
                        .sum();
                left > 0;
                left -= STEP) {
            if (!room.takes(STEP)) {
                hold(-bytes);
                throw new PlatformException(Category.SPLIT, "no room", 0, null, null, null);
            }
            bytes += STEP;
            hold(STEP);
        }
        hasArrived(page, bytes);
        return page;
    }

    private void rowsHave(int length) {
        rowLength = length;
        String text = "x".repeat(length);
        for (long id = 1; id <= rows; id++) {
            feed.tellMoreOf(id * GAP, "text", text);
        }
    }

    private void waitFor(CountDownLatch others) {
        try {
            // Ends where fewer are requested at once; what is asserted shows that.
            if (!others.await(5, TimeUnit.SECONDS)) {
                manyUnderWay = new CountDownLatch(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void hold(long bytes) {
        arriving += bytes;
        mostHeld = Math.max(
                mostHeld,
                arriving + arrived.values().stream().mapToLong(Page::bytes).sum());
    }

    private synchronized void hasArrived(List<JsonNode> page, long bytes) {
        hold(-bytes);
        if (!page.isEmpty()) {
            List<Long> ids = FakeFeed.idsOf(page);
            arrived.put(ids.get(0), new Page(ids.get(ids.size() - 1), bytes));
        }
        hold(0);
    }

    /** A reader has use for the pages where its ranges stand, and for those after these. */
    private synchronized void releaseAllBut(IdRanges ranges) {
        Set<Long> needed = new HashSet<>();
        ranges.ranges().forEach(range -> {
            long first = firstAfter(range.at());
            needed.add(first);
            if (arrived.containsKey(first)) {
                needed.add(firstAfter(arrived.get(first).lastId()));
            }
        });
        arrived.keySet().retainAll(needed);
    }

    private static long firstAfter(long id) {
        return (id / GAP + 1) * GAP;
    }
}
