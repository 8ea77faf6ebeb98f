package io.martech.connect.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final Outcome OK = Outcome.answered(Verdict.ok(Json.array()), 200);

    private final ManualTime time = new ManualTime();
    private final ClientStatistics statistics = new ClientStatistics();
    private final ApiCall call = new ApiCall(ApiRequest.get("orders", "/open/orders"), null, null);
    private final ApiCall other = new ApiCall(ApiRequest.get("contacts", "/open/contacts"), null, null);

    @Test
    void whenThePlatformAsksToWaitNoCallOfTheAccountLeaves() throws InterruptedException {
        Outcome busy = Outcome.answered(Verdict.waitFor(Duration.ofSeconds(30), "answered HTTP 429"), 429);
        Quota quota = quota(null, busy, OK, OK);

        quota.send(call);
        time.advance(Duration.ofSeconds(10));
        quota.send(other);

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(20));
        quota.send(other);
        assertThat(time.sleeps()).hasSize(1);
    }

    @Test
    void aPauseIsToldOnceAndCounted() throws InterruptedException {
        Outcome busy =
                Outcome.answered(Verdict.waitFor(Duration.ofMinutes(5), "answered that its quota is used up"), 200);
        TestLog log = TestLog.fromHere();
        Quota quota = quota(null, busy, busy, busy, OK, busy);

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
        PlatformPause pause = new PlatformPause(time, statistics);

        pause.askedFor(Duration.ofSeconds(60), "answered HTTP 429");
        pause.askedFor(Duration.ofHours(6), "answered HTTP 429");

        assertThat(log.lines("WARN")).hasSize(2);
        assertThat(log.lines("WARN").get(1)).contains("paused until 2026-03-01T06:00:00Z");
    }

    @Test
    void whatWasAtHandCostsNoPermit() throws InterruptedException {
        RequestQuota oneAnHour = new RequestQuota(RateLimit.perHour(1), Duration.ZERO, time, statistics);
        Outcome atHand = Outcome.answered(Verdict.ok(null), 0);
        Quota quota = quota(oneAnHour, atHand, OK);

        quota.send(call);
        quota.send(call);

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void aShorterWaitDoesNotCutALongerOneShort() throws InterruptedException {
        Outcome longWait = Outcome.answered(Verdict.waitFor(Duration.ofSeconds(30), "answered HTTP 429"), 429);
        PlatformPause pause = new PlatformPause(time, statistics);
        pause.until(longWait.verdict().delay());
        pause.until(Duration.ofSeconds(1));

        pause.await();

        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void aCallThatHadLeftBeforeThePauseDoesNotLetItBeToldAgain() {
        TestLog log = TestLog.fromHere();
        PlatformPause pause = new PlatformPause(time, statistics);
        pause.askedFor(Duration.ofSeconds(30), "quota used up");
        assertThat(pause.isOn()).isTrue();
        pause.ended();
        pause.askedFor(Duration.ofSeconds(30), "quota used up");

        assertThat(log.lines("WARN")).hasSize(1);
    }

    @Test
    void aServerFaultHoldsUpNobodyElse() throws InterruptedException {
        Outcome fault = Outcome.answered(Verdict.retry("answered HTTP 503").afterWaiting(Duration.ofSeconds(30)), 503);
        Quota quota = quota(null, fault, OK);

        quota.send(call);
        quota.send(other);

        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void whatWasNotSentCostsNoPermit() throws InterruptedException {
        RequestQuota oneAnHour = new RequestQuota(RateLimit.perHour(1), Duration.ZERO, time, statistics);
        Quota quota = quota(oneAnHour, Outcome.notSent(), OK, OK);

        quota.send(call);
        quota.send(call);
        assertThat(time.sleeps()).isEmpty();
        quota.send(call);
        assertThat(time.sleeps()).hasSize(1);
    }

    private Quota quota(RequestQuota permits, Outcome... outcomes) {
        Deque<Outcome> script = new ArrayDeque<>(List.of(outcomes));
        return new Quota(
                permits, new PlatformPause(time, statistics), new Failures("Linkflow"), asked -> script.remove());
    }
}
