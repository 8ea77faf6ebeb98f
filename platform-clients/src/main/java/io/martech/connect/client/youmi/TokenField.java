package io.martech.connect.client.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The token and its expiration in the {@code values} of a response.
 *
 * @param name the field's name ({@code youmi.token.field})
 */
record TokenField(String name) {

    /** Whether there is a token that can become a header, which may hold visible ASCII only. */
    boolean isIn(JsonNode values) {
        String token = tokenIn(values);
        return !token.isBlank() && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    String tokenIn(JsonNode values) {
        return values.path(name).asText("");
    }

    /** The expiration by the platform's clock; null if the response does not hold it in epoch seconds. */
    Instant expirationIn(JsonNode values) {
        String seconds = values.path("expires_in").asText("").trim();
        return seconds.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
    }

    /** The names of the existing fields, for a message; never their values. */
    static String namesIn(JsonNode values) {
        StringBuilder names = new StringBuilder();
        values.fieldNames().forEachRemaining(field -> names.append(names.isEmpty() ? "" : ", ")
                .append(field.matches("[A-Za-z0-9_.-]{1,40}") ? field : "a name of an unknown form"));
        return names.isEmpty() ? "none" : names.toString();
    }
}
