package io.martech.connect.client.auth.oauth;

/**
 * What the user has configured for the first token call of an account: a refresh token, an authorization code, or nothing
 * because the token store holds tokens already. Its value distinguishes accounts of one app: two users who have
 * authorized the same app never share a token file.
 */
public final class InitialGrant {

    private static final InitialGrant NONE = new InitialGrant(null);

    private final Grant grant;

    private InitialGrant(Grant grant) {
        this.grant = grant;
    }

    /** The store holds tokens, put there by {@code bin/authorize}. */
    public static InitialGrant none() {
        return NONE;
    }

    public static InitialGrant of(Grant grant) {
        return new InitialGrant(grant);
    }

    /**
     * The grant in a configuration.
     *
     * @param keyPrefix the prefix of the configuration keys, such as {@code wukong}, for messages
     * @param refreshToken the refresh token; null or blank for none
     * @param code the authorization code; null or blank for none
     * @param redirectUri the address that the code was sent to; null or blank if the platform does not require it
     * @throws IllegalArgumentException if both are given
     */
    public static InitialGrant configured(String keyPrefix, String refreshToken, String code, String redirectUri) {
        boolean hasToken = refreshToken != null && !refreshToken.isBlank();
        boolean hasCode = code != null && !code.isBlank();
        if (hasToken && hasCode) {
            throw new IllegalArgumentException("Set either " + keyPrefix + ".refresh.token or " + keyPrefix
                    + ".authorization.code, not" + " both: each starts its own series of tokens");
        }
        if (hasToken) {
            return of(Grant.refreshToken(refreshToken.trim()));
        }
        String redirect = redirectUri == null || redirectUri.isBlank() ? null : redirectUri.trim();
        return hasCode ? of(Grant.authorizationCode(code.trim(), redirect)) : NONE;
    }

    /** The grant, or null if none is configured. */
    Grant grant() {
        return grant;
    }

    /** Distinguishes this account's series of tokens from others of the same app; empty if no grant is configured. */
    String secret() {
        return grant == null ? "" : grant.secret();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InitialGrant that && java.util.Objects.equals(grant, that.grant);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hashCode(grant);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return grant == null
                ? "InitialGrant[none]"
                : "InitialGrant[" + grant.kind().parameter() + "]";
    }
}
