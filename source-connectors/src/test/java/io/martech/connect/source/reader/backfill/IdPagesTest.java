package io.martech.connect.source.reader.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.Category;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.reader.FakeFeed;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdPagesTest {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final FakeFeed feed = new FakeFeed().idPagesOf(3).putRows(7, LONG_AGO);
    private final Queue<Runnable> sentAhead = new ArrayDeque<>();
    private final IdPages pages = new IdPages(feed, "orders", sentAhead::add);

    @AfterEach
    void nobodyStaysInterrupted() {
        Thread.interrupted();
    }

    @Test
    void theNextPageIsUnderWayAsSoonAsTheLastIsThere() {
        assertThat(pages.after(0).lastId()).isEqualTo(3);
        sentAhead.remove().run();
        assertThat(feed.questions()).containsExactly("ids after 0", "ids after 3");

        assertThat(pages.after(3).entries()).extracting(feed::idOf).containsExactly(4L, 5L, 6L);
        assertThat(feed.questions()).as("it is not asked for again").containsExactly("ids after 0", "ids after 3");
    }

    @Test
    void afterTheEndNothingIsUnderWay() {
        assertThat(pages.after(7).entries()).isEmpty();
        assertThat(sentAhead).isEmpty();
    }

    @Test
    void aPageThatIsAskedForAgainIsReadAgain() {
        pages.after(0);
        sentAhead.remove().run();
        pages.after(0);
        assertThat(feed.questions()).containsExactly("ids after 0", "ids after 3", "ids after 0");
    }

    @Test
    void aRequestThatFailedIsToldWhenItsTurnComesAndSentAgainAfter() {
        feed.beforeRequest(2, () -> {
            throw new PlatformException(Category.STOP, "an outage", 0, null, null, null);
        });
        pages.after(0);
        sentAhead.remove().run();
        assertThatThrownBy(() -> pages.after(3)).isInstanceOf(PlatformException.class);
        assertThat(pages.after(3).entries()).extracting(feed::idOf).containsExactly(4L, 5L, 6L);
    }

    @Test
    void aThreadThatIsInterruptedMeanwhileDoesNotWaitOn() {
        pages.after(0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pages.after(3)).isInstanceOf(ClientClosedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
