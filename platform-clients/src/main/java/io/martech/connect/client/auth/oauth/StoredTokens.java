package io.martech.connect.client.auth.oauth;

import java.time.Instant;

/**
 * What is known of an account's tokens.
 *
 * @param refreshToken what the next token call shows; null if there is none yet
 * @param previousRefreshToken the one before, in case the platform forgets that it has replaced it; or null
 * @param accessToken the access token; null if there is none
 * @param issued when the access token was issued, by the platform's clock; null if there is none
 * @param expires when it expires, by the platform's clock; null if that is unknown
 * @param intent the token call that was begun and whose answer nobody has stored; null if there is none
 */
public record StoredTokens(
        String refreshToken,
        String previousRefreshToken,
        String accessToken,
        Instant issued,
        Instant expires,
        Intent intent) {

    /** No tokens at all. */
    public static final StoredTokens NONE = new StoredTokens(null, null, null, null, null, null);

    /**
     * A token call that is about to be made. Written down before, so that it is known afterwards that a token may be
     * spent.
     *
     * @param kind what it shows
     * @param since when it was begun, by the worker's clock
     */
    public record Intent(Grant.Kind kind, Instant since) {}

    /** The same, about to make a token call; an older call that nobody has heard of since is the one to remember. */
    StoredTokens intending(Grant grant, Instant now) {
        Intent remembered = intent == null ? new Intent(grant.kind(), now) : intent;
        return new StoredTokens(refreshToken, previousRefreshToken, accessToken, issued, expires, remembered);
    }

    /** What is known after a token call that showed the grant. */
    StoredTokens after(Grant grant, TokenResponse answer) {
        String shown = grant.isRefresh() ? grant.secret() : null;
        String next = answer.refreshToken() == null ? shown : answer.refreshToken();
        String previous = shown == null || shown.equals(next) ? previousRefreshToken : shown;
        return new StoredTokens(next, previous, answer.accessToken(), answer.issued(), answer.expires(), null);
    }

    /** Whether there is an access token that has not expired at that time of the platform's clock, as far as is known. */
    boolean isGoodAt(Instant now) {
        return accessToken != null && (expires == null || expires.isAfter(now));
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "StoredTokens[issued=" + issued + ", expires=" + expires + ", intent=" + intent + "]";
    }
}
