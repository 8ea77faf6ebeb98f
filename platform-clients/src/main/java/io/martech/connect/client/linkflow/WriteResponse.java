package io.martech.connect.client.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A response to a write with HTTP 200, from Linkflow or from a proxy in front of it. The document shows an empty body for
 * most writes and the created object for the others; it neither shows nor excludes an error with HTTP 200. An error
 * mistaken for a success would lose its records for good; a success mistaken for an error stops the task and loses
 * nothing. So every usual form of an error is treated as one.
 *
 * @param body the parsed body
 */
record WriteResponse(JsonNode body) {

    /** Names of fields that hold a value only after an error, in lower case and without "_". */
    private static final Set<String> ERRORS = Set.of("error", "errors", "exception");

    /** Names of fields that hold a code. */
    private static final Set<String> CODES = Set.of("code", "errcode", "errorcode", "retcode", "statuscode", "status");

    /** Names of fields that say whether the write succeeded. */
    private static final Set<String> ANSWERS = Set.of("success", "succeed", "succeeded", "ok");

    /** Names of fields that hold a message. */
    private static final Set<String> WORDS = Set.of("errmsg", "errormsg", "errormessage", "message", "msg");

    private static final Set<String> SUCCESSES =
            Set.of("0", "200", "ok", "success", "successful", "succeeded", "true", "成功");

    /** Any other value of {@code status} is a state of processing, such as {@code ACTIVE}. */
    private static final Set<String> FAILURES = Set.of("error", "fail", "failed", "failure", "exception", "false");

    /** Whether a code, number or text, means success. */
    static boolean isSuccess(JsonNode code) {
        return SUCCESSES.contains(code.asText().strip().toLowerCase(Locale.ROOT));
    }

    /** The sign of an error in the response, in words without personal data; empty if there is none. */
    Optional<String> signOfAnError() {
        if (body.isTextual() || body.isNumber() || (body.isBoolean() && !body.booleanValue())) {
            return Optional.of("a bare " + body.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        return body.isArray()
                ? StreamSupport.stream(body.spliterator(), false)
                        .flatMap(element -> fieldWithAnError(element).stream())
                        .findFirst()
                : fieldWithAnError(body);
    }

    private static Optional<String> fieldWithAnError(JsonNode object) {
        boolean saysSuccess = object.properties().stream().anyMatch(WriteResponse::saysSuccess);
        return object.properties().stream()
                .filter(field -> isSign(nameOf(field), field.getValue(), saysSuccess))
                .findFirst()
                .map(field -> "\"" + field.getKey() + "\"" + shown(field.getValue()));
    }

    private static boolean isSign(String name, JsonNode value, boolean saysSuccess) {
        if (saysNothing(value)) {
            return ANSWERS.contains(name) && value.isBoolean();
        }
        if (name.equals("status")) {
            return value.isNumber()
                    ? value.asInt() >= 400
                    : FAILURES.contains(value.asText().toLowerCase(Locale.ROOT));
        }
        return (ERRORS.contains(name) && !value.asText().equals("0"))
                || (CODES.contains(name) && !isSuccess(value))
                || (ANSWERS.contains(name) && value.isTextual() && !isSuccess(value))
                || (WORDS.contains(name) && !saysSuccess && !isSuccess(value));
    }

    private static boolean saysSuccess(Map.Entry<String, JsonNode> field) {
        String name = nameOf(field);
        boolean isCount = ANSWERS.contains(name) && field.getValue().isNumber();
        return (CODES.contains(name) || ANSWERS.contains(name)) && !isCount && isSuccess(field.getValue());
    }

    private static boolean saysNothing(JsonNode value) {
        return value.isNull()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isBoolean() && !value.booleanValue());
    }

    private static String nameOf(Map.Entry<String, JsonNode> field) {
        return field.getKey().toLowerCase(Locale.ROOT).replace("_", "");
    }

    // Codes are short and hold no blank; longer texts may hold personal data.
    private static String shown(JsonNode value) {
        String text = value.asText();
        return value.isValueNode() && text.matches("[A-Za-z0-9_.-]{1,40}") ? " is " + text : "";
    }
}
