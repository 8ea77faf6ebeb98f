package io.martech.connect.client.auth.oauth;

import java.time.Instant;
import java.util.Objects;

/**
 * What a token call has brought.
 *
 * @param accessToken the access token
 * @param refreshToken the next refresh token, or null if the answer held none: the one before is still the one
 * @param issued when it was issued, by the platform's clock
 * @param expires when the access token expires, by the platform's clock; null if the platform did not say so in a form
 *     that is understood
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
