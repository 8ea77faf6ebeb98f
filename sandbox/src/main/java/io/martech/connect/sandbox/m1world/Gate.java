package io.martech.connect.sandbox.m1world;

import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.token.RotatingTokens;
import io.martech.connect.sandbox.m1world.account.M1worldQuirks;
import io.martech.connect.sandbox.m1world.account.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;

/** Who may call what, and how often: the token, the permission, the quota, in this order. */
final class Gate {

    private final M1worldQuirks quirks;
    private final RotatingTokens tokens;
    private final Quota quota;
    private final Refusals refusals;

    Gate(InstantSource clock, M1worldQuirks quirks, RotatingTokens tokens, Refusals refusals) {
        this.quirks = quirks;
        this.tokens = tokens;
        this.quota = new Quota(clock, quirks);
        this.refusals = refusals;
    }

    /**
     * Lets a call pass.
     *
     * @param isForOauth whether the address begins with {@code /v2}, where OAuth tokens are good and the fixed key is not
     * @throws io.martech.connect.sandbox.http.ApiRefusal otherwise
     */
    void check(RequestFields fields, String path, boolean isForOauth) {
        String token = fields.get("token").orElse("");
        boolean isFixedKey = token.equals(M1worldPlatform.TOKEN);
        boolean isAtItsAddress = quirks.anyTokenAtAnyAddress.get() || isFixedKey != isForOauth;
        if (!isAtItsAddress || !(isFixedKey || tokens.accepts(token))) {
            throw refusals.token();
        }
        if (quirks.forbiddenPaths.get().contains(path)) {
            throw refusals.permission();
        }
        if (!quota.allowsCall()) {
            throw refusals.quota();
        }
    }

    /** How many calls were refused because the quota was used up. */
    long callsBeyondQuota() {
        return quota.refused();
    }

    /** Counts the calls of an hour. Thread-safe. */
    private static final class Quota {
        private static final Duration HOUR = Duration.ofHours(1);

        private final InstantSource clock;
        private final M1worldQuirks quirks;
        private final Deque<Instant> calls = new ArrayDeque<>();
        private long refused;

        Quota(InstantSource clock, M1worldQuirks quirks) {
            this.clock = clock;
            this.quirks = quirks;
        }

        /** Whether one more call is allowed; counts it. */
        synchronized boolean allowsCall() {
            Instant now = clock.instant();
            calls.removeIf(call -> !isOfThisHour(call, now));
            boolean isAllowed = calls.size() < quirks.quota.get();
            if (isAllowed || quirks.refusedCallsCounted.get()) {
                calls.add(now);
            }
            refused += isAllowed ? 0 : 1;
            return isAllowed;
        }

        synchronized long refused() {
            return refused;
        }

        private boolean isOfThisHour(Instant call, Instant now) {
            return switch (quirks.quotaHour.get()) {
                case ROLLING -> call.isAfter(now.minus(HOUR));
                case FIXED -> !call.isBefore(now.truncatedTo(ChronoUnit.HOURS));
            };
        }
    }
}
