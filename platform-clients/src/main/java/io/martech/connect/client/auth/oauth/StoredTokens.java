package io.martech.connect.client.auth.oauth;

import java.time.Instant;

/**
 * The stored state of an account's tokens.
 *
 * @param refreshToken the refresh token for the next token call; null if there is none yet
 * @param previousRefreshToken the one before, in case the platform's replacement of it was not effective; or null
 * @param accessToken the access token; null if there is none
 * @param issued when the access token was issued, by the platform's clock; null if there is none
 * @param expires when it expires, by the platform's clock; null if unknown
 * @param intent a token call that was started and whose response was never stored; null if there is none
 */
public record StoredTokens(
        String refreshToken,
        String previousRefreshToken,
        String accessToken,
        Instant issued,
        Instant expires,
        Intent intent) {

    public static final StoredTokens NONE = new StoredTokens(null, null, null, null, null, null);

    /**
     * A token call that is about to be made. Stored beforehand, so that it is known after a crash that a refresh token
     * may have been used.
     *
     * @param kind the kind of grant that it presents
     * @param since when it was started, by the worker's clock
     */
    public record Intent(Grant.Kind kind, Instant since) {}

    /**
     * Returns a copy that records a token call about to be made; an earlier one without a stored response keeps its time.
     */
    StoredTokens intending(Grant grant, Instant now) {
        Intent remembered = intent == null ? new Intent(grant.kind(), now) : intent;
        return new StoredTokens(refreshToken, previousRefreshToken, accessToken, issued, expires, remembered);
    }

    /** Returns the state after a successful token call with this grant. */
    StoredTokens after(Grant grant, TokenResponse answer) {
        String shown = grant.isRefresh() ? grant.secret() : null;
        String next = answer.refreshToken() == null ? shown : answer.refreshToken();
        String previous = shown == null || shown.equals(next) ? previousRefreshToken : shown;
        return new StoredTokens(next, previous, answer.accessToken(), answer.issued(), answer.expires(), null);
    }

    /**
     * Whether there is an access token that has not expired at this time of the platform's clock; one with an unknown
     * expiration has not.
     */
    boolean isGoodAt(Instant now) {
        return accessToken != null && (expires == null || expires.isAfter(now));
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "StoredTokens[issued=" + issued + ", expires=" + expires + ", intent=" + intent + "]";
    }
}
