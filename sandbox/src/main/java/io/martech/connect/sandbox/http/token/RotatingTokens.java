package io.martech.connect.sandbox.http.token;

import io.martech.connect.sandbox.http.token.TokenDenied.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Authorization codes, access tokens and rotating refresh tokens of one account of a simulated platform. Thread-safe. */
public final class RotatingTokens {

    private final InstantSource clock;
    private final TokenRules rules;
    private final SplittableRandom random;
    private final Map<String, Instant> codes = new HashMap<>();
    private final Map<String, Access> accessTokens = new HashMap<>();
    private final Map<String, Refresh> refreshTokens = new HashMap<>();
    private final Deque<Instant> calls = new ArrayDeque<>();
    private long issued;
    private long denied;

    /** An account without tokens. */
    public RotatingTokens(InstantSource clock, TokenRules rules, long seed) {
        this.clock = clock;
        this.rules = rules;
        this.random = new SplittableRandom(seed);
    }

    /**
     * What a token call answers.
     *
     * @param issuedAt whole milliseconds
     * @param expiration the first moment at which the access token is refused
     */
    public record Pair(String accessToken, String refreshToken, Instant issuedAt, Instant expiration) {}

    /** The rules, which may be changed at any time. */
    public TokenRules rules() {
        return rules;
    }

    /** The account's owner has agreed: a code that can be exchanged once. */
    public synchronized String newCode() {
        String code = text();
        codes.put(code, clock.instant().plus(TokenRules.CODE_LIFE));
        return code;
    }

    /** A pair issued outside the token call and its limits, as to an operator. */
    public synchronized Pair issue() {
        return newPair(text());
    }

    /** Exchanges an authorization code; it works once. */
    public synchronized Pair exchangeCode(String code) throws TokenDenied {
        countCall();
        Instant end = codes.remove(code);
        if (end == null || !clock.instant().isBefore(end)) {
            throw denied(Reason.CODE);
        }
        return newPair(text());
    }

    /** Exchanges a refresh token. */
    public synchronized Pair refresh(String token) throws TokenDenied {
        countCall();
        Refresh known = refreshTokens.get(token);
        if (known == null || !known.lives(clock.instant())) {
            throw denied(Reason.REFRESH_TOKEN);
        }
        used(known);
        if (!rules.rotates.get()) {
            return newPair(token);
        }
        Pair pair = newPair(text());
        refreshTokens.get(pair.refreshToken()).predecessor = token;
        retire(token, known);
        return pair;
    }

    /** Whether a call with this access token is served. A call that is served uses the token. */
    public synchronized boolean accepts(String accessToken) {
        Access access = accessTokens.get(accessToken);
        if (access == null || !clock.instant().isBefore(access.expiration())) {
            return false;
        }
        Refresh refresh = refreshTokens.get(access.refreshToken());
        if (refresh != null) {
            used(refresh);
        }
        return true;
    }

    /** Ends the life of every access token now. */
    public synchronized void revokeAccessTokens() {
        accessTokens.clear();
    }

    /** Ends the life of every token now, as when the account's owner takes back the permission. */
    public synchronized void revokeEverything() {
        accessTokens.clear();
        refreshTokens.clear();
        codes.clear();
    }

    /** How many pairs have been issued. */
    public synchronized long issued() {
        return issued;
    }

    /** How many token calls were refused. */
    public synchronized long denied() {
        return denied;
    }

    /** The refresh tokens that could be exchanged now. */
    public synchronized List<String> liveRefreshTokens() {
        Instant now = clock.instant();
        return refreshTokens.entrySet().stream()
                .filter(entry -> entry.getValue().lives(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private void countCall() throws TokenDenied {
        Instant now = clock.instant();
        calls.removeIf(call -> !call.isAfter(now.minus(rules.callWindow.get())));
        if (calls.size() >= rules.mostCalls.get()) {
            throw denied(Reason.TOO_MANY_CALLS);
        }
        calls.add(now);
    }

    private TokenDenied denied(Reason reason) {
        denied++;
        return new TokenDenied(reason);
    }

    private Pair newPair(String refreshToken) {
        issued++;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Pair pair = new Pair(text(), refreshToken, now, now.plus(rules.accessLife.get()));
        if (rules.oneAccessTokenAtATime.get()) {
            accessTokens.clear();
        }
        accessTokens.put(pair.accessToken(), new Access(refreshToken, pair.expiration()));
        Duration life = rules.refreshLife.get();
        refreshTokens.putIfAbsent(refreshToken, new Refresh(life == null ? Instant.MAX : now.plus(life)));
        return pair;
    }

    private void retire(String token, Refresh old) {
        switch (rules.oldRefreshToken.get()) {
            case DIES_AT_ONCE -> refreshTokens.remove(token);
            case LIVES_FOR_A_GRACE -> old.endNoLaterThan(clock.instant().plus(rules.grace.get()));
            case LIVES_UNTIL_ITS_SUCCESSOR_IS_USED -> old.endsWithItsSuccessorsUse = true;
        }
    }

    private void used(Refresh token) {
        Refresh predecessor = refreshTokens.get(token.predecessor);
        if (predecessor != null && predecessor.endsWithItsSuccessorsUse) {
            refreshTokens.remove(token.predecessor);
        }
    }

    private String text() {
        return String.format("%016x%016x%013d", random.nextLong(), random.nextLong(), clock.millis());
    }

    private record Access(String refreshToken, Instant expiration) {}

    private static final class Refresh {

        private Instant end;
        private boolean endsWithItsSuccessorsUse;
        private String predecessor;

        private Refresh(Instant end) {
            this.end = end;
        }

        private boolean lives(Instant now) {
            return now.isBefore(end);
        }

        private void endNoLaterThan(Instant bound) {
            end = bound.isBefore(end) ? bound : end;
        }
    }
}
