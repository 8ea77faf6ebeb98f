package io.martech.connect.sandbox.http.token;

import io.martech.connect.sandbox.http.Setting;
import java.time.Duration;

/** How long the tokens of a simulated OAuth platform live. Every setting may be changed at any time. Thread-safe. */
public final class TokenRules {
    /** The life of authorization codes. */
    static final Duration CODE_LIFE = Duration.ofMinutes(10);

    /** The life of access tokens issued from now on. */
    public final Setting<TokenRules, Duration> accessLife;
    /** The life of refresh tokens issued from now on; null: for ever. */
    public final Setting<TokenRules, Duration> refreshLife = new Setting<>(this, null);
    /** Whether an exchange answers a new refresh token, or the same one again. */
    public final Setting<TokenRules, Boolean> rotates = new Setting<>(this, true);
    /** What becomes of the old one. Concerns exchanges from now on. */
    public final Setting<TokenRules, OldRefreshToken> oldRefreshToken =
            new Setting<>(this, OldRefreshToken.DIES_AT_ONCE);
    /** How long {@link OldRefreshToken#LIVES_FOR_A_GRACE} lasts. */
    public final Setting<TokenRules, Duration> grace = new Setting<>(this, Duration.ofMinutes(1));
    /** Whether a new access token ends the life of all before. */
    public final Setting<TokenRules, Boolean> oneAccessTokenAtATime = new Setting<>(this, false);
    /** The most token calls, successful or not, in any stretch of that length. */
    public final Setting<TokenRules, Integer> mostCalls = new Setting<>(this, Integer.MAX_VALUE);
    /** That length. */
    public final Setting<TokenRules, Duration> callWindow = new Setting<>(this, Duration.ofDays(1));

    /** What becomes of a refresh token that was exchanged for a new one. */
    public enum OldRefreshToken {
        /** It is refused from now on: a client that lost the answer has lost the account. */
        DIES_AT_ONCE,
        /** It can be exchanged again until the grace has passed, each time for another pair. */
        LIVES_FOR_A_GRACE,
        /** It can be exchanged again until its successor is used in any way, be it by a call with the new access token. */
        LIVES_UNTIL_ITS_SUCCESSOR_IS_USED
    }

    /** Rules with the document's life of an access token, and refresh tokens that live for ever and die when exchanged. */
    public TokenRules(Duration accessLife) {
        this.accessLife = new Setting<>(this, accessLife);
    }
}
