package io.martech.connect.client.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of a Linkflow error: {@code {"domain","code","message"}}, with any HTTP status (documented with 400, 404, 412,
 * 420 and 500; 200 is not excluded).
 *
 * @param code the code, normalised
 * @param message the platform's own message, or null; it names ids and may hold personal data
 */
record ErrorEnvelope(String code, String message) {

    /** The envelope in a body, or null if it holds none. */
    static ErrorEnvelope in(JsonNode body) {
        JsonNode code = body.path("code");
        boolean says = body.hasNonNull("domain") || body.has("message") || isDocumentedForm(code);
        if (!body.isObject()
                || !code.isTextual()
                || code.textValue().isBlank()
                || !says
                || WriteResponse.isSuccess(code)) {
            return null;
        }
        JsonNode message = body.path("message");
        return new ErrorEnvelope(normalised(code.textValue()), message.isTextual() ? message.textValue() : null);
    }

    /**
     * Signs of an error in another form, in words: a numeric code, as gateways return, or an "error"; empty if there is
     * none.
     */
    static Optional<String> signOfAnotherError(JsonNode body) {
        if (body.hasNonNull("error")) {
            return Optional.of("\"error\"");
        }
        return body.path("code").isNumber() && body.has("message")
                ? Optional.of("\"code\" is " + body.path("code"))
                : Optional.empty();
    }

    /** The document writes one code both as B_01162 and B01162. */
    static String normalised(String code) {
        return code.trim().replace("_", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isDocumentedForm(JsonNode code) {
        return code.isTextual() && code.textValue().matches("[A-Za-z]_?\\d{5}");
    }
}
