package io.martech.connect.client.auth.oauth;

import java.time.Instant;
import java.util.Objects;

/**
 * The result of a successful token call.
 *
 * @param accessToken the access token
 * @param refreshToken the next refresh token, or null if the response held none and the previous one remains valid
 * @param issued when it was issued, by the platform's clock
 * @param expires when the access token expires, by the platform's clock; null if the platform did not return an
 *     expiration that could be parsed
 */
public record TokenResponse(String accessToken, String refreshToken, Instant issued, Instant expires) {

    public TokenResponse {
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(issued, "issued");
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "TokenAnswer[issued=" + issued + ", expires=" + expires + "]";
    }
}
