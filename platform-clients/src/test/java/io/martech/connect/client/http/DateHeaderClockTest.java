package io.martech.connect.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.response.RawResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateHeaderClockTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final WrongClock time = new WrongClock();
    private final DateHeaderClock clock = new DateHeaderClock("Linkflow", time);
    private final TestLog log = TestLog.fromHere();

    @Test
    void isTheWorkersClockLessAMinuteUntilAnAnswerHasADate() {
        assertThat(clock.now()).isEqualTo(time.now().minusSeconds(60));
        clock.observe(answer());
        assertThat(clock.now()).isEqualTo(time.now().minusSeconds(60));
    }

    @Test
    void goesByTheDateHeaderAndFromThereByTheMonotonicClock() {
        Instant then = time.now().minus(HOUR);
        observe(Duration.ZERO.minus(HOUR));
        assertThat(clock.now()).isEqualTo(then);
        time.advance(Duration.ofMillis(12_345));
        assertThat(clock.now()).isEqualTo(then.plusMillis(12_345));
        time.wrongBy = Duration.ofHours(7);
        assertThat(clock.now()).isEqualTo(then.plusMillis(12_345));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 30, 120, 3_600, 20 * 3_600, 366L * 86_400})
    void aNodeThatIsAheadMovesNothing(long seconds) {
        for (int i = 0; i < 100; i++) {
            observe(i % 2 == 0 ? Duration.ofSeconds(seconds) : Duration.ZERO);
            time.advance(Duration.ofSeconds(30));
            if (i > 0) {
                assertThat(clock.now()).isBeforeOrEqualTo(time.now());
            }
        }
        assertThat(clock.now()).isEqualTo(time.now());
    }

    @ParameterizedTest
    @ValueSource(longs = {120, 3_600, 20 * 3_600, 366L * 86_400})
    void aFirstAnswerThatIsAheadIsNotBelieved(long seconds) {
        observe(Duration.ofSeconds(seconds));
        assertThat(clock.now()).isBeforeOrEqualTo(time.now());
    }

    @Test
    void aSingleAnswerAfterALongPauseMovesNothing() {
        for (int i = 0; i < 10; i++) {
            observe(Duration.ZERO);
        }
        time.advance(Duration.ofHours(6));
        observe(HOUR);
        assertThat(clock.now()).isEqualTo(time.now());
    }

    @Test
    void aNodeThatIsBehindCostsLatencyForTenMinutesAndAWarning() {
        observe(Duration.ZERO);
        observe(Duration.ofMinutes(-5));
        for (int i = 0; i < 100; i++) {
            time.advance(Duration.ofSeconds(5));
            observe(Duration.ZERO);
            assertThat(clock.now()).isEqualTo(time.now().minus(Duration.ofMinutes(5)));
            assertThat(clock.latestPossible()).isEqualTo(time.now());
        }
        time.advance(Duration.ofMinutes(2));
        observe(Duration.ZERO);
        assertThat(clock.now()).isEqualTo(time.now());
        assertThat(log.lines("WARN")).singleElement().asString().contains("differ by 300 s");
    }

    @Test
    void anAnswerFromACacheIsNotTaken() {
        clock.observe(answer("Date", dateAt(Duration.ZERO), "Age", "5"));
        assertThat(clock.now()).isEqualTo(time.now().minusSeconds(60));
        clock.observe(answer("Date", dateAt(Duration.ZERO), "Age", "0"));
        assertThat(clock.now()).isEqualTo(time.now());
    }

    @Test
    void anAnswerWithoutOrWithAGarbledDateChangesNothing() {
        observe(Duration.ZERO);
        clock.observe(answer());
        clock.observe(answer("Date", "yesterday"));
        assertThat(clock.now()).isEqualTo(time.now());
    }

    @Test
    void warnsOnceIfThePlatformSendsNoDateAndAStepOfTheWorkersClockMovesNothing() {
        clock.observe(answer());
        time.wrongBy = HOUR;
        clock.observe(answer());
        assertThat(clock.now()).isEqualTo(time.now().minus(HOUR).minusSeconds(60));
        assertThat(log.lines("WARN")).singleElement().asString().contains("Date header", "NTP");
    }

    @ParameterizedTest
    @ValueSource(ints = {-600, -11, 11, 600})
    void moreThanTenMinutesFromTheWorkersClockIsAWarning(int minutes) {
        time.wrongBy = Duration.ofMinutes(minutes);
        for (int i = 0; i < 5; i++) {
            observe(Duration.ZERO);
        }
        assertThat(clock.now()).isEqualTo(time.now().minus(time.wrongBy));
        assertThat(log.lines("WARN")).singleElement().asString().contains("One of them is wrong");
    }

    @ParameterizedTest
    @ValueSource(longs = {-400, -2, 2, 400})
    void moreThanADayFromTheWorkersClockIsAnErrorThatNamesBoth(long days) {
        for (int i = 0; i < 3; i++) {
            observe(Duration.ofDays(days));
        }
        assertThatThrownBy(clock::now)
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining(time.now().toString())
                .hasMessageContaining(time.now().plus(Duration.ofDays(days)).toString());
        observe(Duration.ZERO);
        assertThat(clock.now()).isEqualTo(time.now());
    }

    /** Only an answer can say that what was wrong has been mended. */
    @Test
    void aDisagreementLetsRequestsOutAgainAndLastsAsLongAsTheAnswersShowIt() {
        for (int i = 0; i < 3; i++) {
            observe(Duration.ofDays(365));
        }
        assertThatThrownBy(clock::now).isInstanceOf(PlatformException.class);
        time.advance(Duration.ofSeconds(10));
        assertThat(clock.now()).isBefore(time.now());
        observe(Duration.ofDays(365));
        assertThatThrownBy(clock::now).isInstanceOf(PlatformException.class);
        time.advance(Duration.ofSeconds(10));
        assertThat(clock.now()).isBefore(time.now());
        observe(Duration.ZERO);
        assertThat(clock.now()).isEqualTo(time.now());
    }

    /** @param ahead by how much the Date is ahead of true time */
    private void observe(Duration ahead) {
        clock.observe(answer("Date", dateAt(ahead)));
    }

    private String dateAt(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.truth.now().plus(ahead).atOffset(ZoneOffset.UTC));
    }

    private static RawResponse answer(String... headers) {
        return new RawResponse(200, Headers.of(headers), new byte[0]);
    }

    /** A worker's clock that may be wrong and may jump. */
    private static final class WrongClock implements TimeSource {

        private final ManualTime truth = new ManualTime();
        private Duration wrongBy = Duration.ZERO;

        @Override
        public Instant now() {
            return truth.now().plus(wrongBy);
        }

        @Override
        public long nanoTime() {
            return truth.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            truth.sleep(duration);
        }

        private void advance(Duration duration) {
            truth.advance(duration);
        }
    }
}
