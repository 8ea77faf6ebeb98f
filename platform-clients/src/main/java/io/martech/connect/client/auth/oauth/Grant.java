package io.martech.connect.client.auth.oauth;

import java.util.Objects;

/**
 * What a token call presents to obtain tokens.
 *
 * @param kind a refresh token or an authorization code
 * @param secret the refresh token or the authorization code
 * @param redirectUri the address that the code was sent to, or null: some platforms require it again
 */
public record Grant(Kind kind, String secret, String redirectUri) {

    /** The kinds of grant, by their OAuth names. */
    public enum Kind {
        /** Usable once where the platform rotates refresh tokens; each response then holds the next one. */
        REFRESH_TOKEN("refresh_token", "refresh token"),
        /** Always usable once. */
        AUTHORIZATION_CODE("authorization_code", "authorization code");

        private final String parameter;
        private final String words;

        Kind(String parameter, String words) {
            this.parameter = parameter;
            this.words = words;
        }

        /** The value of {@code grant_type}. */
        public String parameter() {
            return parameter;
        }

        String words() {
            return words;
        }
    }

    public Grant {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(secret, "secret");
    }

    public static Grant refreshToken(String token) {
        return new Grant(Kind.REFRESH_TOKEN, token, null);
    }

    public static Grant authorizationCode(String code, String redirectUri) {
        return new Grant(Kind.AUTHORIZATION_CODE, code, redirectUri);
    }

    public boolean isRefresh() {
        return kind == Kind.REFRESH_TOKEN;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Grant[" + kind.parameter() + "]";
    }
}
