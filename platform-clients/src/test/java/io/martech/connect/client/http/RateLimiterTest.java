package io.martech.connect.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.RateLimit;
import io.martech.connect.client.TestLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

    private final ClientStatistics statistics = new ClientStatistics();

    /** Callers that take all they get, pause now and then, and whose requests take up to 30 s to arrive. */
    @RepeatedTest(20)
    void noHourHoldsMoreThanTheQuota() throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int allowed = random.nextBoolean() ? random.nextInt(1, 12) : random.nextInt(12, 400);
        ManualTime time = new ManualTime();
        RateLimiter quota = new RateLimiter(RateLimit.perHour(allowed), UNDER_WAY, time, statistics);
        List<Long> arrivals = new ArrayList<>();

        long delay = UNDER_WAY.toNanos();
        for (int i = 0; i < 8 * allowed + 20; i++) {
            if (random.nextInt(2 * allowed) == 0) {
                time.advance(Duration.ofSeconds(random.nextInt(5400)));
            }
            if (random.nextInt(allowed) == 0) {
                delay = random.nextLong(UNDER_WAY.toNanos());
                quota.take();
                quota.giveBack();
            }
            quota.take();
            arrivals.add(time.nanoTime() + delay);
        }

        assertThat(mostWithin(Duration.ofHours(1), arrivals))
                .as("quota %d, seed %d", allowed, seed)
                .isLessThanOrEqualTo(allowed);
    }

    /** A full bucket is emptied by slow requests, and the last of the hour are fast. */
    @Test
    void theHourIsThatOfArrival() throws InterruptedException {
        ManualTime time = new ManualTime();
        RateLimiter quota = new RateLimiter(RateLimit.perHour(2000), UNDER_WAY, time, statistics);
        List<Long> arrivals = new ArrayList<>();
        while (time.nanoTime() < Duration.ofHours(2).toNanos()) {
            quota.take();
            boolean slow = time.nanoTime() < UNDER_WAY.toNanos();
            arrivals.add(slow ? UNDER_WAY.toNanos() : time.nanoTime());
        }
        assertThat(mostWithin(Duration.ofHours(1), arrivals)).isLessThanOrEqualTo(2000);
    }

    @RepeatedTest(5)
    void noSecondHoldsMoreThanTheQuota() throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long allowed = random.nextLong(1, 60);
        ManualTime time = new ManualTime();
        RateLimiter quota = new RateLimiter(RateLimit.perSecond(allowed), UNDER_WAY, time, statistics);
        List<Long> departures = new ArrayList<>();

        for (int i = 0; i < 20 * allowed; i++) {
            time.advance(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(3000) : 0));
            quota.take();
            departures.add(time.nanoTime());
        }

        assertThat(mostWithin(Duration.ofSeconds(1), departures))
                .as("quota %d, seed %d", allowed, seed)
                .isLessThanOrEqualTo(allowed);
    }

    /** A task that is restarted at any moment has forgotten what it took before. */
    @RepeatedTest(20)
    void aRestartInEachHourDoesNotExceedTheQuota() throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int allowed = random.nextInt(100, 4000);
        ManualTime time = new ManualTime();
        RateLimiter quota = new RateLimiter(RateLimit.perHour(allowed), UNDER_WAY, time, statistics);
        List<Long> departures = new ArrayList<>();
        long restart = random.nextLong(Duration.ofHours(1).toNanos());
        while (time.nanoTime() < Duration.ofHours(4).toNanos()) {
            if (time.nanoTime() > restart) {
                quota = new RateLimiter(RateLimit.perHour(allowed), UNDER_WAY, time, statistics);
                time.sleep(Duration.ofSeconds(random.nextInt(600)));
                restart = time.nanoTime() + Duration.ofHours(1).toNanos();
            }
            quota.take();
            departures.add(time.nanoTime());
        }
        assertThat(mostWithin(Duration.ofHours(1), departures))
                .as("quota %d, seed %d", allowed, seed)
                .isLessThanOrEqualTo(allowed);
    }

    @Test
    void mostOfTheQuotaIsUsable() throws InterruptedException {
        ManualTime time = new ManualTime();
        RateLimiter quota = new RateLimiter(RateLimit.perHour(2000), UNDER_WAY, time, statistics);
        int taken = 0;
        while (time.nanoTime() < Duration.ofHours(10).toNanos()) {
            quota.take();
            taken++;
        }
        assertThat(taken).isGreaterThan(17_500);
    }

    @Test
    void aLongWaitIsToldAndAShortOneIsNot() throws InterruptedException {
        TestLog log = TestLog.fromHere();
        RateLimiter small = new RateLimiter(RateLimit.perHour(20), UNDER_WAY, new ManualTime(), statistics);
        RateLimiter large = new RateLimiter(RateLimit.perHour(2_000), UNDER_WAY, new ManualTime(), statistics);
        for (int i = 0; i < 3; i++) {
            small.take();
        }
        for (int i = 0; i < 300; i++) {
            large.take();
        }
        assertThat(log.lines("INFO")).hasSize(2).allMatch(line -> line.contains("20 requests in 3600 s"));
    }

    @Test
    void aPermitGivenBackCanBeTakenAgain() throws InterruptedException {
        ManualTime time = new ManualTime();
        RateLimiter quota = new RateLimiter(RateLimit.perHour(1), UNDER_WAY, time, statistics);
        quota.take();
        quota.giveBack();
        quota.take();
        assertThat(time.nanoTime()).isZero();
    }

    private static long mostWithin(Duration period, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(last) - sorted.get(first) > period.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
