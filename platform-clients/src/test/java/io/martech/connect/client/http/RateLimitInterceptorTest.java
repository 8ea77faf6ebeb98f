package io.martech.connect.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.Json;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.RateLimit;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.response.CallResult;
import io.martech.connect.client.response.Classification;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitInterceptorTest {

    private static final CallResult OK = CallResult.answered(Classification.ok(Json.array()), 200);

    private final ManualTime time = new ManualTime();
    private final ClientStatistics statistics = new ClientStatistics();
    private final ApiCall call = new ApiCall(ApiRequest.get("orders", "/open/orders"), null, null);
    private final ApiCall other = new ApiCall(ApiRequest.get("contacts", "/open/contacts"), null, null);

    @Test
    void whenThePlatformAsksToWaitNoCallOfTheAccountLeaves() throws InterruptedException {
        CallResult busy = CallResult.answered(Classification.waitFor(Duration.ofSeconds(30), "answered HTTP 429"), 429);
        RateLimitInterceptor quota = quota(null, busy, OK, OK);

        quota.send(call);
        time.advance(Duration.ofSeconds(10));
        quota.send(other);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
        quota.send(other);
        assertThat(time.sleeps()).hasSize(1);
    }

    @Test
    void aPauseIsToldOnceAndCounted() throws InterruptedException {
        CallResult busy = CallResult.answered(
                Classification.waitFor(Duration.ofMinutes(5), "answered that its quota is used up"), 200);
        TestLog log = TestLog.fromHere();
        RateLimitInterceptor quota = quota(null, busy, busy, busy, OK, busy);

        for (int i = 0; i < 4; i++) {
            quota.send(call);
        }
        assertThat(log.lines("WARN"))
                .singleElement()
                .asString()
                .contains(
                        "Linkflow orders: GET /open/orders answered that its quota is used up",
                        "until 2026-03-01T00:05:00Z");
        quota.send(other);

        assertThat(log.lines("WARN")).hasSize(2);
        assertThat(statistics.platformPauses()).isEqualTo(4);
    }

    @Test
    void aPauseOfHoursSaysUntilWhenAgainIfItIsProlonged() {
        TestLog log = TestLog.fromHere();
        RateLimitPause pause = new RateLimitPause(time, statistics);

        pause.askedFor(Duration.ofSeconds(60), "answered HTTP 429");
        pause.askedFor(Duration.ofHours(6), "answered HTTP 429");

        assertThat(log.lines("WARN")).hasSize(2);
        assertThat(log.lines("WARN").get(1)).contains("paused until 2026-03-01T06:00:00Z");
    }

    @Test
    void whatWasAtHandCostsNoPermit() throws InterruptedException {
        RateLimiter oneAnHour = new RateLimiter(RateLimit.perHour(1), Duration.ZERO, time, statistics);
        CallResult atHand = CallResult.answered(Classification.ok(null), 0);
        RateLimitInterceptor quota = quota(oneAnHour, atHand, OK);

        quota.send(call);
        quota.send(call);

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aShorterWaitDoesNotCutALongerOneShort() throws InterruptedException {
        CallResult longWait =
                CallResult.answered(Classification.waitFor(Duration.ofSeconds(30), "answered HTTP 429"), 429);
        RateLimitPause pause = new RateLimitPause(time, statistics);
        pause.until(longWait.classification().delay());
        pause.until(Duration.ofSeconds(1));

        pause.await();

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void aCallThatHadLeftBeforeThePauseDoesNotLetItBeToldAgain() {
        TestLog log = TestLog.fromHere();
        RateLimitPause pause = new RateLimitPause(time, statistics);
        pause.askedFor(Duration.ofSeconds(30), "quota used up");
        assertThat(pause.isOn()).isTrue();
        pause.ended();
        pause.askedFor(Duration.ofSeconds(30), "quota used up");

        assertThat(log.lines("WARN")).hasSize(1);
    }

    @Test
    void aServerFaultHoldsUpNobodyElse() throws InterruptedException {
        CallResult fault = CallResult.answered(
                Classification.retry("answered HTTP 503").afterWaiting(Duration.ofSeconds(30)), 503);
        RateLimitInterceptor quota = quota(null, fault, OK);

        quota.send(call);
        quota.send(other);

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void whatWasNotSentCostsNoPermit() throws InterruptedException {
        RateLimiter oneAnHour = new RateLimiter(RateLimit.perHour(1), Duration.ZERO, time, statistics);
        RateLimitInterceptor quota = quota(oneAnHour, CallResult.notSent(), OK, OK);

        quota.send(call);
        quota.send(call);
        assertThat(time.sleeps()).isEmpty();
        quota.send(call);
        assertThat(time.sleeps()).hasSize(1);
    }

    private RateLimitInterceptor quota(RateLimiter permits, CallResult... outcomes) {
        Deque<CallResult> script = new ArrayDeque<>(List.of(outcomes));
        return new RateLimitInterceptor(
                permits, new RateLimitPause(time, statistics), new Failures("Linkflow"), asked -> script.remove());
    }
}
