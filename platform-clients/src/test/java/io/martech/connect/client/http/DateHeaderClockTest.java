package io.martech.connect.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ManualTime;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.response.RawResponse;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class DateHeaderClockTest {

    private static final String DATE = "Sun, 01 Mar 2026 05:00:00 GMT";
    private static final Instant THEN = Instant.parse("2026-03-01T05:00:00Z");

    private final ManualTime time = new ManualTime();
    private final DateHeaderClock clock = new DateHeaderClock("Linkflow", time);

    @Test
    void trustsTheWorkersClockLessAMinuteUntilThePlatformToldTheTime() {
        assertThat(clock.now()).isEqualTo(time.now().minusSeconds(60));
        clock.observe(answer());
        assertThat(clock.now()).isEqualTo(time.now().minusSeconds(60));
    }

    @Test
    void goesByTheDateHeaderAndFromThereByTheMonotonicClock() {
        clock.observe(answer("Date", DATE));
        assertThat(clock.now()).isEqualTo(THEN);
        time.advance(Duration.ofMillis(12_345));
        assertThat(clock.now()).isEqualTo(THEN.plusMillis(12_345));
    }

    @Test
    void theLastAnswerCountsEvenIfItTurnsTheClockBack() {
        clock.observe(answer("Date", "Sun, 01 Mar 2026 05:00:10 GMT"));
        clock.observe(answer("Date", DATE));
        assertThat(clock.now()).isEqualTo(THEN);
    }

    @Test
    void anAnswerFromACacheDoesNotCount() {
        clock.observe(answer("Date", DATE, "Age", "5"));
        assertThat(clock.now()).isEqualTo(time.now().minusSeconds(60));
        clock.observe(answer("Date", DATE, "Age", "0"));
        assertThat(clock.now()).isEqualTo(THEN);
    }

    @Test
    void anAnswerWithoutOrWithAGarbledDateChangesNothing() {
        clock.observe(answer("Date", DATE));
        clock.observe(answer());
        clock.observe(answer("Date", "yesterday"));
        assertThat(clock.now()).isEqualTo(THEN);
    }

    @Test
    void warnsOnceIfThePlatformDoesNotTellTheTime() {
        TestLog log = TestLog.fromHere();
        clock.observe(answer());
        clock.observe(answer());
        assertThat(log.lines("WARN")).singleElement().asString().contains("Date header", "NTP");
    }

    private static RawResponse answer(String... headers) {
        return new RawResponse(200, Headers.of(headers), new byte[0]);
    }
}
