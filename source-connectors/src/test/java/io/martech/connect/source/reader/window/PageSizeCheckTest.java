package io.martech.connect.source.reader.window;

import static io.martech.connect.source.reader.FakeFeed.idsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.reader.FakeFeed;
import io.martech.connect.source.reader.Window;
import io.martech.connect.source.reader.window.PageSizeCheck.Result;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class PageSizeCheckTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final Window SINCE_PROOF = Window.ofSeconds(TEN, 60);

    private final FakeFeed feed = new FakeFeed().pagesOf(5);

    @Test
    void aPageLongerThanTheLongestShortOneShowsThatNoneWasCutOff() {
        feed.putRows(30, TEN);
        assertThat(since(4)).isInstanceOf(Result.Unchanged.class);
        assertThat(feed.questions()).containsExactly("10:00:00-10:01:00 page 1");
    }

    @Test
    void aPageThatIsNotLongerAndNotTheLastShowsThatThePageSizeShrank() {
        feed.putRows(30, TEN);
        assertThat(since(5)).isInstanceOf(Result.Shrank.class);
        assertThat(since(8)).isInstanceOf(Result.Shrank.class);
    }

    /** Rows leave a closed window, so what is left of many short pages may fit on one; then that one is the proof. */
    @Test
    void ifAllThatIsLeftFitsOnOnePageThatPageIsReadAfterTheProof() {
        feed.putRows(3, TEN).beforeRequest(2, () -> feed.put(1, TEN.plusHours(1)));
        Result result = since(4);
        assertThat(idsOf(((Result.AllAtOnce) result).entries())).containsExactly(2L, 3L);
        assertThat(feed.questions().stream().map(question -> question.substring(18)))
                .containsExactly("page 1", "page 2", "page 1");
    }

    @Test
    void nothingLeftIsAProofToo() {
        assertThat(((Result.AllAtOnce) since(4)).entries()).isEmpty();
    }

    private Result since(long largestShortPage) {
        return new PageSizeCheck(feed).since(new Unproven(TEN, 20, largestShortPage), SINCE_PROOF);
    }
}
