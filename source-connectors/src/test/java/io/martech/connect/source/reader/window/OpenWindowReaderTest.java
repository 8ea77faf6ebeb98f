package io.martech.connect.source.reader.window;

import static io.martech.connect.source.reader.FakeFeed.idsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.schema.Progress.Certainty;
import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.window.WindowReading.BeyondPaging;
import io.martech.connect.source.reader.window.WindowReading.Complete;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class OpenWindowReaderTest {

    private static final LocalDateTime DAY = LocalDateTime.of(2026, 3, 1, 0, 0);
    private static final LocalDateTime TEN = DAY.plusHours(10);
    private static final Window TODAY = new Window(DAY, DAY.plusDays(1));

    private final FakeFeed feed = new FakeFeed().pagesOf(3);

    @Test
    void anEmptyDayCostsOneRequest() {
        Complete complete = complete();
        assertThat(complete.entries()).isEmpty();
        assertThat(feed.questions()).hasSize(1);
    }

    /** The reverse of a closed window: rows only join, so page 1 was all if page 2 is empty afterwards. */
    @Test
    void pageOneIsAllIfPageTwoIsEmptyAfterwards() {
        feed.putRows(3, TEN);
        Complete complete = complete();
        assertThat(idsOf(complete.entries())).containsExactly(1L, 2L, 3L);
        assertThat(complete.certainty()).isEqualTo(Certainty.PROVEN);
        assertThat(feed.questions()).containsExactly("2026-03-01-2026-03-02 page 1", "2026-03-01-2026-03-02 page 2");
    }

    @Test
    void aRowThatJoinsMeanwhileTakesNoOtherAway() {
        feed.ordered(FakeFeed.NEWEST_FIRST).putRows(3, TEN).beforeRequest(2, () -> feed.put(9, TEN.plusHours(1)));
        assertThat(idsOf(complete().entries())).contains(1L, 2L, 3L);
    }

    @Test
    void severalPagesAreUnprovenAndEachRowIsTakenOnce() {
        feed.ordered(FakeFeed.NEWEST_FIRST).putRows(7, TEN).beforeRequest(2, () -> feed.put(7, TEN.plusHours(1)));
        Complete complete = complete();
        assertThat(complete.certainty()).isEqualTo(Certainty.UNPROVEN);
        assertThat(idsOf(complete.entries())).doesNotHaveDuplicates().contains(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void whatCannotBePagedThroughIsSaid() {
        feed.putRows(100, TEN);
        assertThat(new OpenWindowReader(feed, PageSize.UNKNOWN, 5).read(TODAY)).isInstanceOf(BeyondPaging.class);
        feed.refusingBeyondPage(2);
        assertThat(new OpenWindowReader(feed, PageSize.UNKNOWN, 50).read(TODAY)).isInstanceOf(BeyondPaging.class);
    }

    @Test
    void aChunkNeverGrowsBeyondTenThousandRows() {
        feed.pagesOf(1_000).putRows(10_001, TEN);
        assertThat(new OpenWindowReader(feed, PageSize.UNKNOWN, 50).read(TODAY)).isInstanceOf(BeyondPaging.class);
    }

    private Complete complete() {
        return (Complete) new OpenWindowReader(feed, PageSize.UNKNOWN, 11).read(TODAY);
    }
}
