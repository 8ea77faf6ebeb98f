package io.martech.connect.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.Jitter;
import io.martech.connect.client.Json;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.PlatformException.Origin;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.response.CallResult;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.RawResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** The rules of repetition, on a clock of their own. */
class RetryInterceptorTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Jitter WHOLE = bound -> bound;
    private static final RetryPolicy WITHOUT_END = RetryPolicy.withoutEnd(SECOND, Duration.ofSeconds(8));

    private static final CallResult OK = CallResult.answered(Classification.ok(Json.array()), 200);
    private static final CallResult SERVER_FAULT = CallResult.answered(Classification.retry("answered HTTP 500"), 500);
    private static final CallResult UNKNOWN = CallResult.answered(
            Classification.unknown("answered HTTP 500 with code X1").saying("X1", "about Zhang San"), 500);
    private static final CallResult REFUSED_TOKEN =
            CallResult.answered(Classification.of(Category.AUTHENTICATE, "answered HTTP 401"), 401);

    private final ManualTime time = new ManualTime();
    private final ClientStatistics statistics = new ClientStatistics();
    private final ApiCall call =
            new ApiCall(ApiRequest.get("orders", "/open/orders").with("mobile", "13912345678"), null, null);

    @Test
    void waitsTwiceAsLongEachTimeUpToItsBound() throws InterruptedException {
        retry(WITHOUT_END, WHOLE, times(6, SERVER_FAULT)).send(call);

        assertThat(time.sleeps().stream().map(Duration::toSeconds)).containsExactly(1L, 2L, 4L, 8L, 8L, 8L);
        assertThat(statistics.retries()).isEqualTo(6);
        assertThat(statistics.waited()).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void fillsTheWholeIntervalWithJitter() {
        Jitter even = Jitter.even();
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 10_000; i++) {
            long drawn = even.upTo(SECOND).toNanos();
            least = Math.min(least, drawn);
            most = Math.max(most, drawn);
        }
        assertThat(least).isBetween(0L, 50_000_000L);
        assertThat(most).isBetween(950_000_000L, 1_000_000_000L);
        assertThat(even.upTo(Duration.ZERO)).isZero();
    }

    @Test
    void goesOnWithoutEndThroughALongOutage() throws InterruptedException {
        retry(WITHOUT_END, WHOLE, times(5000, SERVER_FAULT)).send(call);

        assertThat(statistics.retries()).isEqualTo(5000);
    }

    @Test
    void anUnknownCodeIsRepeatedTenTimesAndThenStops() {
        Deque<CallResult> answers = new ArrayDeque<>(times(20, UNKNOWN));
        RetryInterceptor retry = retry(WITHOUT_END, WHOLE, answers);

        PlatformException failure = failureOf(retry);

        assertThat(20 - answers.size()).as("attempts").isEqualTo(11);
        assertThat(failure.category()).isEqualTo(Category.STOP);
        assertThat(failure.code()).isEqualTo("X1");
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.platformMessage()).isEqualTo("about Zhang San");
        assertThat(failure)
                .hasMessageContaining("Linkflow orders: GET /open/orders answered HTTP 500 with code X1")
                .hasMessageContaining("10 times")
                .hasMessageContaining("may be an outage")
                .hasMessageNotContaining("Zhang")
                .hasMessageNotContaining("139");
    }

    @Test
    void anUnknownCodeThatPassesIsForgotten() throws InterruptedException {
        assertThat(retry(WITHOUT_END, WHOLE, times(10, UNKNOWN)).send(call).status())
                .isEqualTo(200);
    }

    @Test
    void faultsInBetweenDoNotCountAsUnknown() throws InterruptedException {
        Deque<CallResult> answers = new ArrayDeque<>(times(10, UNKNOWN));
        answers.addAll(times(50, SERVER_FAULT));

        assertThat(retry(WITHOUT_END, WHOLE, answers).send(call).status()).isEqualTo(200);
    }

    @Test
    void exhaustedRetriesStop() {
        PlatformException failure = failureOf(retry(new RetryPolicy(3, SECOND, SECOND), WHOLE, times(9, SERVER_FAULT)));

        assertThat(failure.category()).isEqualTo(Category.STOP);
        assertThat(failure).hasMessageContaining("retried 3 times (max.retries)");
        assertThat(statistics.retries()).isEqualTo(3);
    }

    /** Where the caller goes on by itself, an outage is reported after a while, and said to be one. */
    @Test
    void aRetryingCallerHearsOfAnOutageAndThatItMayPass() {
        RetryPolicy retrying = WITHOUT_END.ofRetryingCaller();

        PlatformException outage = failureOf(retry(retrying, WHOLE, times(99, SERVER_FAULT)));
        assertThat(outage).hasMessageContaining("retried 10 times").hasMessageNotContaining("estart");
        assertThat(outage.origin()).isEqualTo(Origin.OUTAGE);

        PlatformException unknown = failureOf(retry(retrying, WHOLE, times(99, UNKNOWN)));
        assertThat(unknown).hasMessageNotContaining("restart");
        assertThat(unknown.origin()).isEqualTo(Origin.OUTAGE);

        CallResult refused = CallResult.answered(
                Classification.of(Category.STOP, "answered code 200007").saying("200007", ""), 200);
        assertThat(failureOf(retry(retrying, WHOLE, List.of(refused))).origin()).isEqualTo(Origin.PLATFORM);
        CallResult page =
                CallResult.answered(Classification.page(new RawResponse(200, Headers.of(), new byte[7])), 200);
        assertThat(failureOf(retry(retrying, WHOLE, times(99, page))).origin()).isEqualTo(Origin.OUTAGE);
        CallResult form =
                CallResult.answered(Classification.unknown("answered HTTP 200 with JSON of another form"), 200);
        assertThat(failureOf(retry(retrying, WHOLE, times(99, form))).origin()).isEqualTo(Origin.UNDOCUMENTED);
    }

    @Test
    void theUsersOwnNumberOfRetriesStands() {
        RetryPolicy three = new RetryPolicy(3, SECOND, SECOND).ofRetryingCaller();

        assertThat(failureOf(retry(three, WHOLE, times(9, SERVER_FAULT)))).hasMessageContaining("retried 3 times");
    }

    @Test
    void whatCannotPassIsNotRepeated() {
        for (Category category : new Category[] {Category.STOP, Category.REJECT, Category.SPLIT}) {
            CallResult outcome = CallResult.answered(Classification.of(category, "answered HTTP 400"), 400);
            assertThat(failureOf(retry(WITHOUT_END, WHOLE, List.of(outcome))).category())
                    .isEqualTo(category);
        }
        assertThat(statistics.retries()).isZero();
    }

    @Test
    void aRefusedTokenCostsNoBackoff() throws InterruptedException {
        retry(RetryPolicy.once(), WHOLE, List.of(CallResult.notSent(), REFUSED_TOKEN, CallResult.notSent()))
                .send(call);

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aStaleConnectionIsReplacedAtOnceButOnlyOnce() throws InterruptedException {
        CallResult stale =
                CallResult.failed(Classification.retry("closed the connection"), new IOException("reset"), true);

        TestLog log = TestLog.fromHere();
        retry(WITHOUT_END, WHOLE, List.of(stale)).send(call);
        assertThat(time.sleeps()).isEmpty();
        assertThat(log.lines("WARN")).isEmpty();

        retry(WITHOUT_END, WHOLE, List.of(stale, stale)).send(call);
        assertThat(time.sleeps()).hasSize(1);
    }

    @Test
    void addsThePlatformsOwnWait() throws InterruptedException {
        CallResult busy = CallResult.answered(Classification.waitFor(Duration.ofSeconds(30), "answered HTTP 429"), 429);

        retry(WITHOUT_END, WHOLE, List.of(busy)).send(call);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(31));
    }

    @Test
    void aPauseThatThePlatformAsksForUsesUpNoRetries() throws InterruptedException {
        CallResult quota = CallResult.answered(Classification.waitFor(Duration.ofMinutes(5), "answered HTTP 200"), 200);
        TestLog log = TestLog.fromHere();

        retry(new RetryPolicy(3, SECOND, SECOND), WHOLE, times(12, quota)).send(call);

        assertThat(time.sleeps()).hasSize(12).allMatch(Duration.ofSeconds(301)::equals);
        assertThat(log.lines("WARN")).isEmpty();
    }

    @Test
    void aPauseIsNoRetryEvenIfNoneIsAllowed() throws InterruptedException {
        CallResult quota = CallResult.answered(Classification.waitFor(Duration.ofMinutes(5), "answered HTTP 200"), 200);

        retry(new RetryPolicy(0, SECOND, SECOND), WHOLE, List.of(quota, quota)).send(call);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(301), Duration.ofSeconds(301));
        assertThat(failureOf(retry(new RetryPolicy(0, SECOND, SECOND), WHOLE, List.of(SERVER_FAULT))))
                .hasMessageContaining("It was not retried");
    }

    @Test
    void whatMustNotBeRepeatedIsNotWaitedForEither() {
        CallResult quota = CallResult.answered(Classification.waitFor(Duration.ofMinutes(5), "answered HTTP 200"), 200);

        assertThat(failureOf(retry(RetryPolicy.once(), WHOLE, List.of(quota))).category())
                .isEqualTo(Category.WAIT);
        assertThat(failureOf(retry(RetryPolicy.once(), WHOLE, List.of(SERVER_FAULT)))
                        .category())
                .isEqualTo(Category.RETRY);
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void warnsTheFirstTimeAndThenTwiceAMinute() throws InterruptedException {
        TestLog log = TestLog.fromHere();

        retry(RetryPolicy.withoutEnd(SECOND, SECOND), WHOLE, times(120, SERVER_FAULT))
                .send(call);

        assertThat(log.lines("WARN")).hasSize(4);
        assertThat(log.lines("WARN").get(0))
                .contains(
                        "GET /open/orders answered HTTP 500",
                        "Retrying in 1000 ms, at 2026-03-01T00:00:01Z (attempt 1)");
        assertThat(log.lines()).noneMatch(line -> line.contains("139"));
    }

    private static PlatformException failureOf(RetryInterceptor retry) {
        ApiCall call = new ApiCall(ApiRequest.get("orders", "/open/orders").with("mobile", "13912345678"), null, null);
        return catchThrowableOfType(PlatformException.class, () -> retry.send(call));
    }

    private RetryInterceptor retry(RetryPolicy policy, Jitter jitter, List<CallResult> answers) {
        return retry(policy, jitter, new ArrayDeque<>(answers));
    }

    private RetryInterceptor retry(RetryPolicy policy, Jitter jitter, Deque<CallResult> answers) {
        Interceptor script = asked -> answers.isEmpty() ? OK : answers.poll();
        return new RetryInterceptor(policy, new Failures("Linkflow"), time, jitter, statistics, script);
    }

    private static List<CallResult> times(int count, CallResult outcome) {
        CallResult[] outcomes = new CallResult[count];
        Arrays.fill(outcomes, outcome);
        return Collections.unmodifiableList(Arrays.asList(outcomes));
    }
}
