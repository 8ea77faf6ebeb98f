package io.martech.connect.client.auth;

import io.martech.connect.client.response.Classification;

/**
 * The result of one attempt at obtaining a token.
 *
 * @param token the token, or null if there is none
 * @param failure why there is no token, or null if there is one
 */
public record TokenAttempt(IssuedToken token, Classification failure) {

    public TokenAttempt {
        if ((token == null) == (failure == null)) {
            throw new IllegalArgumentException("An attempt ends with a token or with a failure");
        }
    }

    public static TokenAttempt obtained(IssuedToken token) {
        return new TokenAttempt(token, null);
    }

    public static TokenAttempt failed(Classification failure) {
        return new TokenAttempt(null, failure);
    }
}
