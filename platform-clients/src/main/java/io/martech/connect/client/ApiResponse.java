package io.martech.connect.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A response that the platform's classifier has found to be a success.
 *
 * @param status the HTTP status
 * @param body the parsed body; a {@code MissingNode} when it was empty. Numbers are exact (never {@code double}).
 */
public record ApiResponse(int status, JsonNode body) {

    /** The status only: the body may hold personal data. */
    @Override
    public String toString() {
        return "Answer[status=" + status + "]";
    }
}
