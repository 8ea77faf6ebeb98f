package io.martech.connect.source.reader.window;

import static io.martech.connect.source.reader.FakeFeed.idsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.window.WindowReading.BeyondPaging;
import io.martech.connect.source.reader.window.WindowReading.Complete;
import io.martech.connect.source.reader.window.WindowReading.TooLarge;
import java.time.LocalDateTime;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClosedWindowReaderTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final LocalDateTime NOW = TEN.plusHours(1);
    private static final Window FIVE_SECONDS = Window.ofSeconds(TEN, 5);
    private static final Window ONE_SECOND = Window.ofSeconds(TEN, 1);
    private static final int MAXIMUM_PAGES = 100;

    private final FakeFeed feed = new FakeFeed().pagesOf(3);

    @Test
    void anEmptyWindowCostsOneRequest() {
        Complete complete = complete(PageSize.UNKNOWN, FIVE_SECONDS);
        assertThat(complete.entries()).isEmpty();
        assertThat(complete.certainty()).isEqualTo(Certainty.SINGLE);
        assertThat(feed.questions()).containsExactly("10:00:00-10:00:05 page 1");
    }

    @Test
    void aPageShorterThanTheLongestEverSeenIsAll() {
        feed.putRows(2, TEN);
        Complete complete = complete(new PageSize(3, false), FIVE_SECONDS);
        assertThat(idsOf(complete.entries())).containsExactly(1L, 2L);
        assertThat(complete.certainty()).isEqualTo(Certainty.SINGLE);
        assertThat(feed.questions()).hasSize(1);
    }

    @Test
    void aPageAsLongAsTheLongestNeedsTheProof() {
        feed.putRows(3, TEN);
        Complete complete = complete(new PageSize(3, false), FIVE_SECONDS);
        assertThat(complete.certainty()).isEqualTo(Certainty.PROVEN);
        assertThat(feed.questions())
                .containsExactly("10:00:00-10:00:05 page 1", "10:00:00-10:00:05 page 2", "10:00:00-10:00:05 page 1");
    }

    /** Page 2 may have been answered by another replica than page 1, which then ends where the page does. */
    @Test
    void aPageThatIsFullProvesNothingIfItsWindowCanBeMadeSmaller() {
        feed.putRows(3, TEN);
        assertThat(reader(new PageSize(3, true)).read(FIVE_SECONDS)).isInstanceOf(TooLarge.class);
        assertThat(complete(new PageSize(3, true), Window.ofSeconds(TEN, 1)).certainty())
                .isEqualTo(Certainty.PROVEN);
    }

    /** The trap: page 1 is full, one of its rows is updated, the next row slides onto page 1, and page 2 is empty. */
    @Test
    void aRowThatSlidesFromPageTwoToPageOneIsNotLost() {
        feed.putRows(4, TEN).beforeRequest(2, () -> feed.put(1, NOW));
        Complete complete = complete(PageSize.UNKNOWN, FIVE_SECONDS);
        assertThat(idsOf(complete.entries())).containsExactly(2L, 3L, 4L);
        assertThat(complete.certainty()).isEqualTo(Certainty.PROVEN);
    }

    @Test
    void whatIsMoreThanAPageIsTooLarge() {
        feed.putRows(4, TEN);
        ClosedWindowReader reader = reader(PageSize.UNKNOWN);
        assertThat(reader.read(FIVE_SECONDS)).isInstanceOf(TooLarge.class);
        assertThat(reader.pageSize()).isEqualTo(new PageSize(3, true));
    }

    @Test
    void aPageThatNoOtherFollowsTellsOnlyThatAPageIsAtLeastSoLong() {
        feed.putRows(2, TEN);
        ClosedWindowReader reader = reader(PageSize.UNKNOWN);
        reader.read(FIVE_SECONDS);
        assertThat(reader.pageSize()).isEqualTo(new PageSize(2, false));
    }

    /** A second cannot be made smaller. Reading backwards is safe while the order is stable: rows slide towards page 1. */
    @Test
    void severalPagesOfOneSecondAreReadFromTheLastToTheFirst() {
        feed.putRows(8, TEN);
        Complete complete = complete(PageSize.UNKNOWN, ONE_SECOND);
        assertThat(idsOf(complete.entries()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 8).boxed().toList());
        assertThat(complete.certainty()).isEqualTo(Certainty.UNPROVEN);
        assertThat(feed.questions().stream().map(question -> question.substring(18)))
                .containsExactly("page 1", "page 2", "page 3", "page 4", "page 3", "page 2", "page 1");
    }

    @Test
    void aRowUpdatedWhileASecondIsReadBackwardsTakesNoOtherWithIt() {
        feed.putRows(8, TEN).beforeRequest(6, () -> feed.put(1, NOW)).beforeRequest(7, () -> feed.put(2, NOW));
        assertThat(idsOf(complete(PageSize.UNKNOWN, ONE_SECOND).entries())).contains(3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void aRowThatStandsOnTwoPagesIsTakenOnce() {
        feed.putRows(6, TEN).beforeRequest(5, () -> feed.put(1, NOW));
        assertThat(idsOf(complete(PageSize.UNKNOWN, ONE_SECOND).entries())).doesNotHaveDuplicates();
    }

    @Test
    void whereThePlatformRefusesToPageOnTheWindowMustBeSmaller() {
        feed.putRows(100, TEN).refusingBeyondPage(1);
        assertThat(reader(PageSize.UNKNOWN).read(FIVE_SECONDS)).isInstanceOf(TooLarge.class);
        assertThat(reader(PageSize.UNKNOWN).read(ONE_SECOND)).isInstanceOf(BeyondPaging.class);
        assertThat(reader(PageSize.UNKNOWN).readIndivisible(FIVE_SECONDS)).isInstanceOf(BeyondPaging.class);
    }

    @Test
    void aFullLastPageIsNotTrustedToBeTheLast() {
        feed.putRows(9, TEN);
        assertThat(new ClosedWindowReader(feed, PageSize.UNKNOWN, 3).read(ONE_SECOND))
                .isInstanceOf(BeyondPaging.class);
        assertThat(new ClosedWindowReader(feed, PageSize.UNKNOWN, 4).read(ONE_SECOND))
                .isInstanceOf(Complete.class);
        assertThat(feed.questions()).noneMatch(question -> question.endsWith("page 5"));
    }

    @Test
    void aChunkNeverGrowsBeyondTenThousandRows() {
        feed.pagesOf(1_000).putRows(10_001, TEN);
        assertThat(reader(PageSize.UNKNOWN).read(ONE_SECOND)).isInstanceOf(BeyondPaging.class);
    }

    @Test
    void whereThereIsNoSecondReadingAShortPageIsNotTrusted() {
        feed.putRows(2, TEN);
        WindowReading found = reader(new PageSize(3, true)).readIndivisible(FIVE_SECONDS);
        assertThat(((Complete) found).certainty()).isEqualTo(Certainty.PROVEN);
        assertThat(feed.questions()).hasSize(3);
    }

    /** A day that the platform rounds up to the next one too: rows of today push those of yesterday off page 1. */
    @Test
    void aDayWhoseQueryReachesIntoAnOpenOneLosesNothingToRowsThatAppearMeanwhile() {
        Window day = new Window(
                TEN.toLocalDate().atStartOfDay(),
                TEN.toLocalDate().atStartOfDay().plusDays(1));
        feed.ordered(FakeFeed.NEWEST_FIRST)
                .reachingBeyondItsWindowsBy(86_400)
                .putRows(3, TEN)
                .beforeRequest(3, () -> feed.put(99, day.end().plusHours(1)));
        WindowReading found = reader(PageSize.UNKNOWN).readIndivisible(day);
        assertThat(idsOf(((Complete) found).entries())).contains(1L, 2L, 3L);
    }

    private Complete complete(PageSize pageSize, Window window) {
        return (Complete) reader(pageSize).read(window);
    }

    private ClosedWindowReader reader(PageSize pageSize) {
        return new ClosedWindowReader(feed, pageSize, MAXIMUM_PAGES);
    }
}
