package io.martech.connect.client.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * The envelope of every Youmi response: {@code {"errmsg": 20000, "succeed": true, "values": …, "errdesc": null}}, always
 * with HTTP 200. {@code errmsg} is the code, in spite of its name.
 *
 * @param code the code
 * @param saysSucceed whether {@code succeed} is true
 * @param message the platform's own message, or null; may hold personal data
 */
record YoumiEnvelope(String code, boolean saysSucceed, String message) {

    private static final Set<String> SUCCESS = Set.of("10004", "20000");

    /** The envelope of a body, or null if it has none. */
    static YoumiEnvelope in(JsonNode body) {
        JsonNode code = body.path("errmsg");
        boolean isCode = code.isIntegralNumber()
                || (code.isTextual() && !code.textValue().isBlank());
        if (!body.isObject() || !isCode) {
            return null;
        }
        JsonNode message = body.path("errdesc");
        return new YoumiEnvelope(
                code.asText().trim(),
                body.path("succeed").asBoolean(false),
                message.isTextual() ? message.textValue() : null);
    }

    /** Only if the code and {@code succeed} agree. */
    boolean isSuccess() {
        return saysSucceed && hasSuccessCode();
    }

    boolean hasSuccessCode() {
        return SUCCESS.contains(code);
    }

    /** The code in a form that is safe for a message. */
    String shownCode() {
        return code.matches("[A-Za-z0-9_.-]{1,40}") ? "code " + code : "a code of an unknown form";
    }
}
