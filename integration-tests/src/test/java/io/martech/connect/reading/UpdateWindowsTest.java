package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.linkflow.model.RowOrder;
import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.chunk.Chunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fold of the topic equals the platform, whatever the order of rows, the page size and the rate of updates. */
@Execution(ExecutionMode.CONCURRENT)
class UpdateWindowsTest {

    /** Every other time without the second reading, which would heal what the first has lost. */
    static Stream<Arguments> everyOrderAndPageSize() {
        List<Integer> sizes = List.of(20, 37, 50, 100);
        List<Integer> rates = List.of(5, 20, 50);
        return Stream.of(RowOrder.values()).flatMap(order -> IntStream.range(0, sizes.size())
                .mapToObj(size -> Arguments.of(
                        order,
                        sizes.get(size),
                        rates.get((order.ordinal() + size) % rates.size()),
                        (order.ordinal() + size) % 2 == 0 ? "0" : "60000")));
    }

    @ParameterizedTest(name = "{0}, pages of {1}, {2} updates a second, look-back {3}")
    @MethodSource("everyOrderAndPageSize")
    void foldEqualsPlatformUnderHotUpdates(RowOrder order, int pageSize, int updatesPerSecond, String lookBack) {
        try (ReadingRig rig = new ReadingRig("orders", pageSize + order.ordinal()).with("lookback.ms", lookBack)) {
            rig.quirks()
                    .windowOrder
                    .set(order)
                    .windowPageSize
                    .set(pageSize)
                    .cursorPageSize
                    .set(100);
            rig.platform.orders().insertHistory(300, Duration.ofDays(30));
            rig.life.changesPerSecond(updatesPerSecond);
            rig.readFor(Duration.ofMinutes(2));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
        }
    }

    /** Page 1 is full, one of its rows is updated, the next row slides onto it, and page 2 is empty. */
    @ParameterizedTest
    @EnumSource(
            value = RowOrder.class,
            names = {"BY_ID", "BY_UPDATE"})
    void aRowThatSlidesFromPageTwoToPageOneIsNotLost(RowOrder order) {
        for (int surplus = 1; surplus <= 6; surplus++) {
            try (ReadingRig rig = new ReadingRig("orders", 4).with("lookback.ms", "0")) {
                rig.quirks()
                        .windowOrder
                        .set(order)
                        .windowPageSize
                        .set(20)
                        .cursorPageSize
                        .set(100);
                rig.readFor(Duration.ofMinutes(1));
                List<Long> updatedMeanwhile =
                        new ArrayList<>(rig.platform.orders().insert(12));
                rig.life.pass(Duration.ofSeconds(1));
                rig.platform.orders().insert(8 + surplus);
                rig.life.pass(Duration.ofSeconds(8));
                // One update a request, each of a row of page 1.
                rig.changing(() -> {
                    if (!updatedMeanwhile.isEmpty()) {
                        rig.platform.orders().update(updatedMeanwhile.remove(0));
                    }
                });
                rig.life.changesPerSecond(25);
                rig.readAll();
                rig.readToRest();
                rig.assertFoldEqualsPlatform();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BY_ID", "UNORDERED"})
    void pageSizeThatShrinksIsToldAndLosesNothing(RowOrder order) {
        try (ReadingRig rig = new ReadingRig("orders", 7)) {
            rig.quirks()
                    .windowOrder
                    .set(order)
                    .windowPageSize
                    .set(100)
                    .cursorPageSize
                    .set(200);
            rig.changing(() -> rig.platform.orders().insert(1));
            rig.life.changesPerSecond(20);
            rig.readFor(Duration.ofMinutes(1));
            // From here on a backlog is read with windows that are sized for pages of 100.
            rig.life.pass(Duration.ofMinutes(3));
            rig.readChunk();
            rig.quirks().windowPageSize.set(37);
            rig.readFor(Duration.ofMinutes(1));
            rig.quirks().windowPageSize.set(23);
            rig.readFor(Duration.ofMinutes(1));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
            assertThat(rig.chunks.stream().filter(UpdateWindowsTest::tellsThatThePageSizeShrank))
                    .as("progress records that tell of a smaller page size")
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private static boolean tellsThatThePageSizeShrank(Chunk chunk) {
        return chunk.rows().isEmpty()
                && chunk.facts().certainty() == null
                && chunk.facts().windowEnd() == null;
    }

    @ParameterizedTest
    @MethodSource("io.martech.connect.reading.Traffic#everyOrder")
    void pageSizeThatGrowsLosesNothing(Traffic traffic) {
        try (ReadingRig rig = new ReadingRig("orders", 8)) {
            traffic.prevailIn(rig);
            rig.quirks().cursorPageSize.set(50);
            rig.platform.orders().insertHistory(500, Duration.ofDays(3));
            rig.readFor(Duration.ofMinutes(2));
            rig.quirks().windowPageSize.set(5 * traffic.pageSize());
            rig.readFor(Duration.ofMinutes(2));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void anIdPageThatIsShorterThanThoseBeforeDoesNotEndTheHistory() {
        try (ReadingRig rig = new ReadingRig("orders", 6)) {
            rig.quirks().cursorPageSize.set(100);
            rig.platform.orders().insertHistory(500, Duration.ofDays(3));
            rig.readChunk();
            rig.quirks().cursorPageSize.set(37);
            rig.readChunk();
            rig.quirks().cursorPageSize.set(60);
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void anEmptyHourCostsOneRequestAndAFirstPollAHandful() {
        try (ReadingRig rig = new ReadingRig("orders", 1)) {
            rig.readAll();
            assertThat(rig.server.requests().total())
                    .as("requests of a first poll")
                    .isLessThanOrEqualTo(6);
            rig.clock.advance(Duration.ofHours(1));
            rig.readAll();
            long windows = rig.server.requests().of("orders.window");
            rig.clock.advance(Duration.ofHours(1));
            rig.readAll();
            assertThat(rig.server.requests().of("orders.window") - windows)
                    .as(
                            "requests for an empty hour: one for both passes, one more for each where they part, and one for what"
                                    + " was completed last, should rows have appeared there")
                    .isLessThanOrEqualTo(4);
        }
    }

    @Test
    void theFirstPollOfAnEmptyAccountWithAnOldStartTimeIsCheap() {
        try (ReadingRig rig = new ReadingRig("orders", 1).with("start.time", "2016-01-01")) {
            rig.readAll();
            assertThat(rig.server.requests().of("orders.window"))
                    .as("requests for ten empty years")
                    .isLessThanOrEqualTo(12);
        }
    }

    @Test
    void ofTwoUpdatesInOneSecondTheLaterWins() {
        // Without a lag, so that the end of a window falls into the very second that goes on.
        try (ReadingRig rig =
                new ReadingRig("orders", 3).with("settle.lag.ms", "0").with("lookback.ms", "0")) {
            List<Long> ids = rig.platform.orders().insert(50);
            rig.readFor(Duration.ofMinutes(3));
            // Several polls a second, between two updates of the same second, again and again.
            for (int i = 0; i < 40; i++) {
                long id = ids.get(i);
                rig.platform.orders().update(id);
                rig.readAll();
                rig.life.pass(Duration.ofMillis(90));
                rig.platform.orders().updateWithoutNewVersion(id);
                rig.readAll();
                rig.life.pass(Duration.ofMillis(110));
            }
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
        }
    }

    @Test
    void fiftyThousandRowsOfOneSecondArriveOnce() {
        try (ReadingRig rig = new ReadingRig("orders", 5)) {
            // Fewer pages than documented, so that the platform itself says B00093.
            rig.quirks()
                    .windowPageSize
                    .set(100)
                    .windowPageLimit
                    .set(10)
                    .cursorPageSize
                    .set(1_000);
            List<Long> old = rig.platform.orders().insertHistory(1_000, Duration.ofDays(1));
            rig.readFor(Duration.ofMinutes(1));
            // A mass update touches rows of any age.
            old.forEach(rig.platform.orders()::update);
            rig.platform.orders().insert(50_000);
            rig.life.pass(Duration.ofSeconds(1));
            rig.readToRest();
            rig.assertFoldEqualsPlatform();
            assertThat(rig.topic.repetitions()).as("versions emitted twice").isZero();
            assertThat(rig.chunks)
                    .anyMatch(chunk -> chunk.facts().certainty() == Certainty.CURSOR
                            && !chunk.rows().isEmpty());
        }
    }

    @ParameterizedTest(name = "pages of {0}, {1} updates a second")
    @CsvSource({"20,5", "37,7", "50,20", "100,50"})
    void requestsStayWithinTheBudget(int pageSize, int updatesPerSecond) {
        try (ReadingRig rig = new ReadingRig("orders", pageSize)) {
            rig.quirks().windowPageSize.set(pageSize).cursorPageSize.set(200);
            rig.platform.orders().insertHistory(1_000, Duration.ofDays(3));
            rig.readFor(Duration.ofMinutes(1));
            rig.changing(() -> rig.platform.orders().insert(1));
            rig.life.changesPerSecond(updatesPerSecond);
            rig.readFor(Duration.ofMinutes(2));
            int rowsBefore = rig.topic.size();
            long requestsBefore = rig.server.requests().of("orders.window");
            Instant begin = rig.clock.instant();
            rig.readFor(Duration.ofMinutes(4));
            double polls = Duration.between(begin, rig.clock.instant()).toSeconds() / 10.0;
            long requests = rig.server.requests().of("orders.window") - requestsBefore;
            double pages = (rig.topic.size() - rowsBefore) / (double) pageSize;
            assertThat((double) requests)
                    .as("requests of both passes for %.0f pages in %.0f polls", pages, polls)
                    .isLessThanOrEqualTo(2 * (2.2 * pages + 2 * polls));
        }
    }
}
