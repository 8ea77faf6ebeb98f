package io.martech.connect.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.Category;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TestLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The life of a token, on a clock of its own. The platform's clock is an hour ahead of the worker's. */
class TokenCacheTest {

    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration LIFE = Duration.ofMinutes(100);

    private static final TokenAdvice ADVICE = new TokenAdvice(
            "check the App's permissions",
            "another client of the same key is replacing the token. Use a separate private App",
            "Check the zone of the expiration.");

    private final ManualTime time = new ManualTime();
    private final Issuer issuer = new Issuer();
    private final ClientStatistics statistics = new ClientStatistics();
    private final TokenCache cache =
            new TokenCache("Linkflow", issuer, ADVICE, () -> time.now().plus(AHEAD), time, bound -> bound, statistics);

    @Test
    void holdsNothingUntilRenewedAndThenTheSame() throws InterruptedException {
        assertThat(cache.usable()).isNull();
        Token token = renewed();
        assertThat(cache.usable()).isSameAs(token);
        cache.renew();
        assertThat(cache.usable()).isSameAs(token);
        assertThat(statistics.tokenRenewals()).isEqualTo(1);
    }

    @Test
    void isRenewedAtFourFifthsOfItsLifeByThePlatformsClock() throws InterruptedException {
        Token first = renewed();
        time.advance(Duration.ofMinutes(80).minusSeconds(1));
        assertThat(cache.usable()).isSameAs(first);
        time.advance(Duration.ofSeconds(1));
        assertThat(cache.usable()).isNull();
        assertThat(renewed()).isNotSameAs(first);
    }

    @Test
    void anEarlyRenewalThatFailsIsNoHarmAndIsTriedAgainLater() throws InterruptedException {
        Token first = renewed();
        time.advance(Duration.ofMinutes(81));
        issuer.outage = true;

        assertThat(renewed()).isSameAs(first);
        assertThat(renewed()).isSameAs(first);
        assertThat(issuer.attempts).isEqualTo(2);

        time.advance(Duration.ofSeconds(10));
        issuer.outage = false;
        assertThat(renewed()).isNotSameAs(first);
    }

    /** Token calls are bounded, and repeating what was refused for good brings nothing. */
    @Test
    void anEarlyRenewalThatIsRefusedForGoodIsToldAndNotTriedAgain() throws InterruptedException {
        issuer.life = Duration.ofHours(24);
        Token first = renewed();
        issuer.refusesForGood = true;
        TestLog log = TestLog.fromHere();

        callEverySecondUntilTheEnd(first);

        assertThat(issuer.attempts).isEqualTo(2);
        assertThat(log.lines("WARN"))
                .singleElement()
                .asString()
                .contains("valid for 288 more minutes", "after that the task fails", "run bin/authorize again");
        assertThatThrownBy(cache::renew).hasMessageContaining("run bin/authorize again");
        issuer.refusesForGood = false;
        Token second = renewed();
        time.advance(Duration.ofHours(20));
        assertThat(renewed()).isNotSameAs(second);
    }

    @Test
    void anEarlyRenewalThatKeepsFailingIsTriedEverLessOftenAndToldInTheEnd() throws InterruptedException {
        issuer.life = Duration.ofHours(24);
        Token first = renewed();
        issuer.outage = true;
        TestLog log = TestLog.fromHere();

        callEverySecondUntilTheEnd(first);

        assertThat(issuer.attempts).isBetween(10, 20);
        assertThat(log.lines("WARN")).hasSize(issuer.attempts - 1 - 3);
    }

    private void callEverySecondUntilTheEnd(Token token) throws InterruptedException {
        time.advance(issuer.life.dividedBy(5).multipliedBy(4));
        while (!token.isExpired(time.nanoTime())) {
            assertThat(renewed()).isSameAs(token);
            time.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void anExpiredTokenIsNotUsed() throws InterruptedException {
        Token first = renewed();
        time.advance(Duration.ofMinutes(81));
        issuer.outage = true;
        cache.renew();
        time.advance(Duration.ofMinutes(20));
        assertThat(cache.usable()).isNull();
        assertThatThrownBy(cache::renew).isInstanceOf(PlatformException.class);
        issuer.outage = false;
        assertThat(renewed()).isNotSameAs(first);
    }

    @Test
    void aTokenWhoseExpirationIsNotUnderstoodIsUsedUntilItIsRefused() throws InterruptedException {
        for (Duration life : new Duration[] {null, Duration.ofHours(-8)}) {
            issuer.life = life;
            TokenCache unsure = new TokenCache(
                    "Linkflow", issuer, ADVICE, () -> time.now().plus(AHEAD), time, bound -> bound, statistics);
            TestLog log = TestLog.fromHere();
            unsure.renew();
            Token token = unsure.usable();
            time.advance(Duration.ofDays(365));
            assertThat(unsure.usable()).isSameAs(token);
            unsure.refused(token);
            unsure.renew();
            assertThat(log.lines("WARN")).singleElement().asString().contains("Check the zone of the expiration.");
        }
    }

    @Test
    void aRefusedTokenIsForgottenAndRenewedAfterAPause() throws InterruptedException {
        Token first = renewed();
        cache.refused(first);
        assertThat(cache.usable()).isNull();
        assertThat(time.sleeps()).isEmpty();

        assertThat(renewed().value()).isNotEqualTo(first.value());
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200));
    }

    @Test
    void theRefusalOfATokenThatWasReplacedMeanwhileChangesNothing() throws InterruptedException {
        Token old = renewed();
        cache.refused(old);
        Token present = renewed();

        for (int i = 0; i < 100; i++) {
            cache.refused(old);
        }

        assertThat(cache.usable()).isSameAs(present);
        assertThat(statistics.tokenRenewals()).isEqualTo(2);
    }

    @Test
    void afterFiveRenewalsInAMinuteItSaysThatAnotherClientReplacesTheToken() throws InterruptedException {
        refuseAndRenew(5);
        cache.refused(cache.usable());

        assertThatThrownBy(cache::renew)
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.category())
                        .isEqualTo(Category.STOP))
                .hasMessageContaining("another client of the same key is replacing the token")
                .hasMessageContaining("private App");
        assertThat(statistics.tokenRenewals()).isEqualTo(6);

        time.advance(Duration.ofMinutes(1));
        assertThat(renewed()).isNotNull();
    }

    @Test
    void earlyRenewalsDoNotCountAsRefusals() throws InterruptedException {
        issuer.life = Duration.ofSeconds(5);
        for (int i = 0; i < 100; i++) {
            renewed();
            time.advance(Duration.ofSeconds(4));
        }
        assertThat(statistics.tokenRenewals()).isEqualTo(100);
    }

    @Test
    void aTokenThatWasKeptIsRenewedAtFourFifthsOfItsWholeLife() throws InterruptedException {
        issuer.keptFor = Duration.ofMinutes(50);
        Token kept = renewed();
        assertThat(kept.isJustIssued()).isFalse();
        assertThat(statistics.tokenRenewals()).as("issued by a token call").isZero();

        time.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(cache.usable()).isSameAs(kept);
        time.advance(Duration.ofSeconds(1));
        assertThat(cache.usable()).isNull();
    }

    @Test
    void aLifeBeyondAllReasonIsALongOne() throws InterruptedException {
        issuer.life = Duration.ofDays(3_650_000);
        Token token = renewed();
        time.advance(Duration.ofDays(2000));

        assertThat(cache.usable()).isSameAs(token);
    }

    @Test
    void aTokenForGoodIsNeverRenewedAndNoReasonToWarn() throws InterruptedException {
        issuer.isForGood = true;
        TestLog log = TestLog.fromHere();
        Token token = renewed();
        time.advance(Duration.ofDays(3650));

        assertThat(cache.usable()).isSameAs(token);
        assertThat(log.lines("WARN")).isEmpty();
    }

    @Test
    void aTokenThatIsAboutToExpireIsTriedAllTheSame() throws InterruptedException {
        issuer.life = Duration.ofNanos(1);
        Token token = renewed();
        time.advance(Duration.ofMillis(700));
        assertThat(cache.usable()).isSameAs(token);
    }

    private void refuseAndRenew(int times) throws InterruptedException {
        renewed();
        for (int i = 0; i < times; i++) {
            cache.refused(cache.usable());
            renewed();
        }
    }

    private Token renewed() throws InterruptedException {
        if (cache.usable() == null) {
            cache.renew();
        }
        return cache.usable();
    }

    private final class Issuer implements TokenIssuer {

        private Duration life = LIFE;
        private Duration keptFor;
        private boolean isForGood;
        private boolean outage;
        private boolean refusesForGood;
        private int attempts;

        @Override
        public IssuedToken issue() {
            attempts++;
            if (outage) {
                throw new PlatformException(Category.RETRY, "outage", 500, null, null, null);
            }
            if (refusesForGood) {
                throw new PlatformException(Category.STOP, "run bin/authorize again", 200, "X", null, null);
            }
            if (isForGood) {
                return IssuedToken.lasting("token");
            }
            Instant now = time.now().plus(AHEAD);
            if (keptFor != null) {
                return new IssuedToken("token-" + attempts, now.plus(life).minus(keptFor), now.minus(keptFor));
            }
            Instant expiration = life == null ? null : now.plus(life);
            return new IssuedToken("token-" + attempts, expiration);
        }

        @Override
        public IssuedToken issueAtOnce() {
            return issue();
        }
    }
}
