package io.martech.connect.client.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;

/**
 * A response before classification.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the whole body; empty, never null
 */
public record RawResponse(int status, Headers headers, byte[] body) {

    /** The parsed body; a {@code MissingNode} if it is empty; null if it is not JSON. */
    public JsonNode jsonOrNull() {
        try {
            return Json.read(body);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    /** The server's clock when it responded; empty without a Date header, or if a cache responded. */
    public Optional<Instant> date() {
        return isFromCache() ? Optional.empty() : Optional.ofNullable(headers.getInstant("Date"));
    }

    /** The Retry-After header in either form, seconds or a date; a date is taken relative to the server's clock. */
    public Optional<Duration> retryAfter(Instant serverTime) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return Optional.empty();
        }
        if (value.trim().matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value.trim())));
        }
        Instant until = headers.getInstant("Retry-After");
        return Optional.ofNullable(until).map(at -> Duration.between(serverTime, at));
    }

    private boolean isFromCache() {
        String age = headers.get("Age");
        return age != null && !age.trim().matches("0+");
    }

    /** Status and length only: headers and body may hold secrets and personal data. */
    @Override
    public String toString() {
        return "RawAnswer[status=" + status + ", bytes=" + body.length + "]";
    }
}
