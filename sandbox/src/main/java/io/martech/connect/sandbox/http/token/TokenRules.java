package io.martech.connect.sandbox.http.token;

import java.time.Duration;

/**
 * How long the tokens of a simulated OAuth platform live. Every setting may be changed at any time; setters return this object.
 * Thread-safe.
 */
public final class TokenRules {

    private volatile Duration accessLife;
    private volatile Duration refreshLife;
    private volatile Duration codeLife = Duration.ofMinutes(10);
    private volatile boolean rotates = true;
    private volatile OldRefreshToken oldRefreshToken = OldRefreshToken.DIES_AT_ONCE;
    private volatile Duration grace = Duration.ofMinutes(1);
    private volatile boolean oneAccessTokenAtATime;
    private volatile int mostCalls = Integer.MAX_VALUE;
    private volatile Duration callWindow = Duration.ofDays(1);

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
        this.accessLife = accessLife;
    }

    /** The life of access tokens issued from now on. */
    public TokenRules accessLife(Duration value) {
        accessLife = value;
        return this;
    }

    /** The life of refresh tokens issued from now on; null, as unless set: for ever. */
    public TokenRules refreshLife(Duration value) {
        refreshLife = value;
        return this;
    }

    /** The life of authorization codes issued from now on; ten minutes unless set. */
    public TokenRules codeLife(Duration value) {
        codeLife = value;
        return this;
    }

    /** Whether an exchange answers a new refresh token, or the same one again; true unless set. */
    public TokenRules rotates(boolean value) {
        rotates = value;
        return this;
    }

    /** What becomes of the old one; {@link OldRefreshToken#DIES_AT_ONCE} unless set. Concerns exchanges from now on. */
    public TokenRules oldRefreshToken(OldRefreshToken value) {
        oldRefreshToken = value;
        return this;
    }

    /** How long {@link OldRefreshToken#LIVES_FOR_A_GRACE} lasts; one minute unless set. */
    public TokenRules grace(Duration value) {
        grace = value;
        return this;
    }

    /** Whether a new access token ends the life of all before; false unless set. */
    public TokenRules oneAccessTokenAtATime(boolean value) {
        oneAccessTokenAtATime = value;
        return this;
    }

    /** At most so many token calls, successful or not, in any stretch of that length; no limit unless set. */
    public TokenRules callLimit(int most, Duration window) {
        mostCalls = most;
        callWindow = window;
        return this;
    }

    Duration accessLife() {
        return accessLife;
    }

    Duration refreshLife() {
        return refreshLife;
    }

    Duration codeLife() {
        return codeLife;
    }

    boolean rotates() {
        return rotates;
    }

    OldRefreshToken oldRefreshToken() {
        return oldRefreshToken;
    }

    Duration grace() {
        return grace;
    }

    boolean allowsOneAccessTokenAtATime() {
        return oneAccessTokenAtATime;
    }

    int mostCalls() {
        return mostCalls;
    }

    Duration callWindow() {
        return callWindow;
    }
}
