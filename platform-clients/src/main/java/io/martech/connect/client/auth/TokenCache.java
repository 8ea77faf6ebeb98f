package io.martech.connect.client.auth;

import io.martech.connect.client.Category;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.Jitter;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current token of a client. One renewal is in flight at a time; other threads wait for it, or keep using the current
 * token while it is valid. A token is renewed early, after four fifths of its lifetime by the platform's clock. A
 * rejected token is discarded; the rejection of a token that was replaced meanwhile has no effect.
 */
public final class TokenCache {

    private static final Logger LOG = LoggerFactory.getLogger(TokenCache.class);

    /**
     * A token about to expire is used all the same: requesting tokens in a tight loop would be worse than a rejection.
     */
    private static final Duration LEAST_LIFE = Duration.ofSeconds(1);

    /** For this long no further token is requested after a newly issued one was rejected. */
    private static final Duration IN_VAIN_FOR = Duration.ofMinutes(1);

    /** No platform means a longer lifetime, and it would overflow a number of nanoseconds. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(3650);

    private final String platform;
    private final TokenIssuer issuer;
    private final TokenAdvice advice;
    private final ServerClock serverClock;
    private final TimeSource time;
    private final ClientStatistics statistics;

    private final ReentrantLock renewing = new ReentrantLock();
    private final RenewalLimit refusals;
    private final EarlyRenewal earlyRenewal;
    private boolean warnedOfExpiration;

    private volatile Token held;
    private volatile long newestGeneration;
    private volatile boolean refused;

    /** Why the last renewal failed; null after a successful one. */
    private volatile PlatformException lastFailure;

    private volatile long acceptedGeneration = -1;
    private long inVainGeneration = -1;
    private long inVainNanos;

    public TokenCache(
            String platform,
            TokenIssuer issuer,
            TokenAdvice advice,
            ServerClock serverClock,
            TimeSource time,
            Jitter jitter,
            ClientStatistics statistics) {
        this.platform = platform;
        this.issuer = issuer;
        this.advice = advice;
        this.serverClock = serverClock;
        this.time = time;
        this.statistics = statistics;
        this.refusals = new RenewalLimit(time, jitter);
        this.earlyRenewal = new EarlyRenewal(time);
    }

    /** The token to use now, or null if {@link #renew()} must be called first. */
    public Token usable() {
        Token token = held;
        boolean mustRenew = isUnusable(token) || (shouldRenewEarly(token) && !renewing.isLocked());
        return mustRenew ? null : token;
    }

    /**
     * Returns when a token is available, after renewing it unless another thread just did.
     *
     * @throws PlatformException if the platform does not issue one, or has rejected too many that it had issued
     */
    public void renew() throws InterruptedException {
        renewing.lockInterruptibly();
        try {
            Token token = held;
            if (isUnusable(token)) {
                pauseAfterRefusal();
                issue();
            } else if (shouldRenewEarly(token)) {
                renewEarly(token);
            }
        } finally {
            renewing.unlock();
        }
    }

    private void issue() throws InterruptedException {
        try {
            hold(issuer.issue());
            lastFailure = null;
        } catch (PlatformException failure) {
            lastFailure = failure;
            throw failure;
        }
    }

    /**
     * Discards a rejected token, unless it was replaced already.
     *
     * @return the generation of the newest token issued so far
     */
    public synchronized long refused(Token token) {
        if (held != null && held.generation() == token.generation()) {
            held = null;
            refused = true;
        }
        return newestGeneration;
    }

    /** A call succeeded with this token. */
    public void accepted(Token token) {
        acceptedGeneration = token.generation();
    }

    /**
     * A call was rejected with this token too, although it had been issued for that call: another token would not help.
     */
    public synchronized void refusedInVain(Token token) {
        if (acceptedGeneration != token.generation()) {
            inVainGeneration = token.generation();
            inVainNanos = time.nanoTime();
        }
    }

    /** Whether a rejection of this token cannot be the token's fault, since another one would be rejected as well. */
    public synchronized boolean isBeyondDoubt(Token token) {
        boolean isAccepted = acceptedGeneration == token.generation();
        boolean wasInVain =
                inVainGeneration > acceptedGeneration && time.nanoTime() - inVainNanos < IN_VAIN_FOR.toNanos();
        // What cannot be replaced for now is not thrown away: it may serve other calls.
        return refusals.isExhausted() || (!isAccepted && wasInVain);
    }

    public long newestGeneration() {
        return newestGeneration;
    }

    private boolean isUnusable(Token token) {
        return token == null || token.isExpired(time.nanoTime());
    }

    private boolean shouldRenewEarly(Token token) {
        return token.isDueForRenewal(time.nanoTime()) && earlyRenewal.isAllowed();
    }

    private void pauseAfterRefusal() throws InterruptedException {
        if (!refused) {
            return;
        }
        if (refusals.isExhausted() && lastFailure != null) {
            // No token was issued that could have been rejected.
            throw lastFailure;
        }
        if (refusals.isExhausted()) {
            throw new PlatformException(
                    Category.STOP,
                    platform + " refused six newly issued tokens within a minute: " + advice.replaced(),
                    0,
                    null,
                    null,
                    null,
                    PlatformException.Origin.PLATFORM,
                    Duration.ZERO,
                    true);
        }
        Duration pause = refusals.takeOne();
        LOG.info("{} refused its token; another one is requested", platform);
        time.sleep(pause);
    }

    /** A failure of this renewal does no harm: the current token is valid for another fifth of its lifetime. */
    private void renewEarly(Token present) throws InterruptedException {
        try {
            hold(issuer.issueAtOnce());
        } catch (PlatformException notNow) {
            earlyRenewal.failed(notNow, present.lifeLeft(time.nanoTime()));
        }
    }

    private synchronized void hold(IssuedToken issued) {
        if (issued.isJustIssued()) {
            statistics.countTokenRenewal();
        }
        newestGeneration++;
        refused = false;
        earlyRenewal.succeeded();
        Instant now = serverClock.now();
        Duration age = issued.isJustIssued() ? Duration.ZERO : Duration.between(issued.keptSince(), now);
        Duration lifeLeft = lifeLeft(issued, now);
        held = new Token(
                issued.value(),
                newestGeneration,
                time.nanoTime() - age.toNanos(),
                lifeLeft == null ? null : lifeLeft.plus(age),
                issued.isJustIssued());
    }

    private Duration lifeLeft(IssuedToken issued, Instant now) {
        if (issued.isLasting()) {
            return null;
        }
        if (issued.expiration() != null && issued.expiration().isAfter(now)) {
            Duration life = Duration.between(now, issued.expiration());
            return life.compareTo(LEAST_LIFE) < 0 ? LEAST_LIFE : life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
        }
        if (!warnedOfExpiration) {
            warnedOfExpiration = true;
            LOG.warn(
                    "{} issued a token whose expiration is {}; the token is used until it is refused. {}",
                    platform,
                    issued.expiration() == null ? "not understood" : "in the past by the platform's own clock",
                    advice.expired());
        }
        return null;
    }

    /**
     * Limits how often rejected tokens are renewed: each renewal may invalidate another client's token, whose renewal
     * then invalidates ours, and so on. Guarded by its owner's lock.
     */
    private static final class RenewalLimit {

        private static final int RENEWALS = 5;
        private static final Duration PERIOD = Duration.ofMinutes(1);

        /**
         * Two clients that invalidate each other's tokens must drift apart, the further the more often it happened
         * recently.
         */
        private static final Duration JITTER_STEP = Duration.ofMillis(200);

        private final TimeSource time;
        private final Jitter jitter;
        private final Deque<Long> renewals = new ArrayDeque<>();

        RenewalLimit(TimeSource time, Jitter jitter) {
            this.time = time;
            this.jitter = jitter;
        }

        boolean isExhausted() {
            long now = time.nanoTime();
            while (!renewals.isEmpty() && now - renewals.peekFirst() >= PERIOD.toNanos()) {
                renewals.removeFirst();
            }
            return renewals.size() >= RENEWALS;
        }

        /** Records one renewal and returns how long to wait before it. */
        Duration takeOne() {
            renewals.addLast(time.nanoTime());
            return jitter.upTo(JITTER_STEP.multipliedBy(renewals.size()));
        }
    }
}
