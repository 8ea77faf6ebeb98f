package io.martech.connect.source.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.CapturedLog;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.endpoint.ParallelRequests;
import io.martech.connect.source.engine.MemoryBudget;
import io.martech.connect.source.reader.IdRangeReader.IdPage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdRangeReaderTest {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final int PAGE = 10;

    private final FakeFeed feed = new FakeFeed().idPagesOf(PAGE);
    private final ParallelRequests threads = new ParallelRequests(8, () -> 8);

    @AfterEach
    void closeThreads() {
        threads.close();
        Thread.interrupted();
    }

    /** How ids are spread. */
    enum Density {
        WITHOUT_GAPS(n -> n),
        EVEN(n -> n * 7),
        SNOWFLAKES(n -> 1_800_000_000_000_000_000L + n * 4_194_304),
        GROWING(n -> n * n * n),
        TWO_CLUSTERS_FAR_APART(n -> n < 500 ? n : 9_000_000_000_000_000L + n),
        ONE_FAR_BEFORE_ALL_OTHERS(n -> n == 1 ? 1 : 1_000_000_000_000L + n * 3),
        ONE_FAR_BEHIND_ALL_OTHERS(n -> n == 1_500 ? Long.MAX_VALUE - 5 : n * 2);

        private final LongUnaryOperator id;

        Density(LongUnaryOperator id) {
            this.id = id;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRowOnceWhateverTheDensity(Density density) {
        List<Long> ids = insert(1_500, density);
        Reading reading = new Reading(threads, 8);
        reading.toTheEnd();
        assertThat(reading.ids).hasSize(ids.size()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(reading.cursor.highest()).isEqualTo(ids.get(ids.size() - 1));
        assertThat(reading.mostRanges).as("ranges").isGreaterThan(4);
        assertThat(feed.requests()).as("requests for 150 pages").isLessThan(150 * 2 + 100);
    }

    /** A new reader each time, and now and then one that begins with what was stored long before. */
    @ParameterizedTest
    @EnumSource
    void killedAnywhereNoRowIsMissingAndNoneComesTwiceThatWasStored(Density density) {
        List<Long> ids = insert(1_500, density);
        Random random = new Random(density.ordinal());
        Reading reading = new Reading(threads, 8);
        for (int step = 0; !reading.cursor.isDone(); step++) {
            int unstored = random.nextInt(3);
            if (step % 5 == 0) {
                Reading lost = reading.copy();
                for (int i = 0; i < unstored && !lost.cursor.isDone(); i++) {
                    lost.next();
                }
                reading = reading.copy();
            }
            reading.next();
        }
        assertThat(reading.ids).hasSize(ids.size()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void rowsThatAreInsertedAtTheEndOrDeletedAnywhereTakeNoOtherWithThem(long seed) {
        Random random = new Random(seed);
        TreeSet<Long> present = new TreeSet<>(insert(1_200, Density.EVEN));
        TreeSet<Long> neverDeleted = new TreeSet<>(present);
        Reading reading = new Reading(threads, 8);
        long next = present.last() + 1;
        for (int step = 0; !reading.cursor.isDone(); step++) {
            reading.next();
            // What is inserted later than the last page was asked for is left to windows.
            if (step < 100) {
                next += 1 + random.nextInt(30);
                feed.put(next, LONG_AGO);
                present.add(next);
                neverDeleted.add(next);
            }
            List<Long> all = List.copyOf(present);
            long deleted = all.get(random.nextInt(all.size() - 50));
            feed.delete(deleted);
            present.remove(deleted);
            neverDeleted.remove(deleted);
        }
        assertThat(reading.ids).doesNotHaveDuplicates().containsAll(neverDeleted);
    }

    /** What the document says of {@code lastMaxId}: the id of the last row of the page before. */
    enum Answer {
        NOTHING,
        FROM_THE_BEGINNING,
        FROM_FURTHER_ON,
        AN_ERROR
    }

    @ParameterizedTest
    @EnumSource
    void whereABoundMustBeTheIdOfARowPageFollowsPageAndThatIsSaid(Answer answer) {
        List<Long> ids = insert(600, Density.EVEN);
        feed.toUnknownIds(after -> answer(answer, after));
        try (CapturedLog log = new CapturedLog()) {
            Reading reading = new Reading(threads, 8);
            reading.toTheEnd();
            assertThat(reading.ids).containsExactlyElementsOf(ids);
            assertThat(reading.mostRanges).isEqualTo(1);
            assertThat(log.all()).anyMatch(line -> line.contains("page follows page"));
            assertThat(reading.last.next().progress().ranges()).isZero();
        }
    }

    /** There the first rows have no gap between them, so that there is nothing to ask for in advance. */
    @ParameterizedTest
    @EnumSource
    void whereThatShowsOnlyWhenRangesHaveBegunNothingIsLostEither(Answer answer) {
        for (long n = 1; n <= 600; n++) {
            feed.put(n <= 100 ? n : n * 5, LONG_AGO);
        }
        feed.toUnknownIds(after -> answer(answer, after));
        Reading reading = new Reading(threads, 8);
        reading.toTheEnd();
        assertThat(reading.ids).doesNotHaveDuplicates().hasSize(600);
    }

    @Test
    void aSmallAccountCostsAHandfulOfRequests() {
        new Reading(Runnable::run, 8).toTheEnd();
        assertThat(feed.requests()).as("an empty one").isEqualTo(1);
        insert(PAGE, Density.EVEN);
        long before = feed.requests();
        new Reading(Runnable::run, 8).toTheEnd();
        assertThat(feed.requests() - before).as("one page").isEqualTo(2);
    }

    @Test
    void theEndOfAnyAccountIsFoundWithSomeSixtyRequests() {
        insert(1_500, Density.ONE_FAR_BEHIND_ALL_OTHERS);
        Reading reading = new Reading(Runnable::run, 8);
        reading.next();
        reading.next();
        assertThat(feed.requests()).isLessThan(80);
    }

    @Test
    void noMoreRequestsAreInFlightThanThePlatformBears() {
        insert(1_000, Density.EVEN);
        feed.countingThoseInFlight();
        // On a busy machine one may have come back before the next leaves.
        for (int reading = 0; reading < 100 && feed.mostInFlight() < 2; reading++) {
            new Reading(threads, 3).toTheEnd();
        }
        assertThat(feed.mostInFlight()).isBetween(2, 3);
    }

    @Test
    void theCursorIsFlatAndSmallAndReadsOnWhereItIs() {
        insert(3_000, Density.SNOWFLAKES);
        Reading reading = new Reading(threads, 100);
        while (reading.mostRanges < 50) {
            reading.next();
            assertThat(reading.cursor.ranges()).hasSizeLessThanOrEqualTo(IdRanges.MOST);
        }
        Cursor stored = reading.cursor.addTo(Cursor.start(), "");
        assertThat(stored.toOffset().values()).allMatch(value -> value instanceof Long);
        assertThat(stored.toOffset().toString().length()).isLessThan(8_000);
        assertThat(IdRanges.from(stored, "").isSameAs(reading.cursor)).isTrue();
        assertThat(reading.cursor.progress().percent()).isBetween(1, 99);
    }

    @Test
    void idsThatDoNotAscendAreAnError() {
        insert(30, Density.EVEN);
        feed.whoseIdPagesAreNotSorted();
        assertThatThrownBy(() -> new Reading(Runnable::run, 4).toTheEnd())
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("ascend strictly");
    }

    @Test
    void aPageThatFailedIsReadAgain() {
        List<Long> ids = insert(500, Density.EVEN);
        feed.beforeRequest(30, () -> {
            throw new PlatformException(Category.RETRY, "an outage", 0, null, null, null);
        });
        Reading reading = new Reading(threads, 4);
        int failures = 0;
        while (!reading.cursor.isDone()) {
            try {
                reading.next();
            } catch (PlatformException e) {
                failures++;
            }
        }
        assertThat(failures).isEqualTo(1);
        assertThat(reading.ids).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aThreadThatIsInterruptedMeanwhileDoesNotWaitOn() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Reading(request -> {}, 4).next()).isInstanceOf(ClientClosedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    private List<JsonNode> answer(Answer answer, long after) {
        return switch (answer) {
            case NOTHING -> List.of();
            case FROM_THE_BEGINNING -> feed.pageAbove(0);
            case FROM_FURTHER_ON -> feed.pageAbove(after + 40);
            case AN_ERROR -> throw new PlatformException(Category.STOP, "no such id", 400, "B00001", null, null);
        };
    }

    private List<Long> insert(int rows, Density density) {
        List<Long> ids = LongStream.rangeClosed(1, rows).map(density.id).boxed().toList();
        ids.forEach(id -> feed.put(id, LONG_AGO));
        return ids;
    }

    /** A reader and what it has read, which is stored after each page as Connect would. */
    private final class Reading {

        private final Executor executor;
        private final int atOnce;
        private final IdRangeReader reader;
        private final List<Long> ids = new ArrayList<>();
        private IdRanges cursor = IdRanges.above(0);
        private IdPage last;
        private int mostRanges = 1;

        private Reading(Executor executor, int atOnce) {
            this.executor = executor;
            this.atOnce = atOnce;
            this.reader = new IdRangeReader(feed, "orders", executor, () -> atOnce, new MemoryBudget(1L << 26));
        }

        private void toTheEnd() {
            while (!cursor.isDone()) {
                next();
            }
        }

        private void next() {
            last = reader.next(cursor, entry -> true);
            ids.addAll(FakeFeed.idsOf(last.rows()));
            cursor = last.next();
            mostRanges = Math.max(mostRanges, cursor.ranges().size());
        }

        /** Another process, with what this one has stored. */
        private Reading copy() {
            Reading copy = new Reading(executor, atOnce);
            copy.cursor = IdRanges.from(cursor.addTo(Cursor.start(), ""), "");
            copy.ids.addAll(ids);
            return copy;
        }
    }
}
