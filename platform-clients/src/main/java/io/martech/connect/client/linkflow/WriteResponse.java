package io.martech.connect.client.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What Linkflow, or something in front of it, answered to a write with HTTP 200. The document shows an empty body for most
 * writes and an object with what was made for the others; it shows no error with HTTP 200, and excludes none. Taken for a
 * success in error, an answer would lose its records for good; taken for an error in error, it stops the task and loses
 * nothing. So every usual spelling of an error counts as one.
 *
 * @param body the parsed body
 */
record WriteResponse(JsonNode body) {

    /** Names, in lower case and without "_", of fields that hold something only if there was an error. */
    private static final Set<String> ERRORS = Set.of("error", "errors", "exception");

    /** … that hold a code. */
    private static final Set<String> CODES = Set.of("code", "errcode", "errorcode", "retcode", "statuscode", "status");

    /** … that say whether it was done. */
    private static final Set<String> ANSWERS = Set.of("success", "succeed", "succeeded", "ok");

    /** … that say what happened, in words. */
    private static final Set<String> WORDS = Set.of("errmsg", "errormsg", "errormessage", "message", "msg");

    private static final Set<String> SUCCESSES =
            Set.of("0", "200", "ok", "success", "successful", "succeeded", "true", "成功");

    /** Of a {@code status} anything else is how far the platform has come, such as {@code ACTIVE}. */
    private static final Set<String> FAILURES = Set.of("error", "fail", "failed", "failure", "exception", "false");

    /** Whether a code, number or text, says that all is well. */
    static boolean isSuccess(JsonNode code) {
        return SUCCESSES.contains(code.asText().strip().toLowerCase(Locale.ROOT));
    }

    /** What in the answer is a sign of an error, in words without any personal datum; empty if it has none. */
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

    // Codes are short and hold no blank; longer texts may speak of a person.
    private static String shown(JsonNode value) {
        String text = value.asText();
        return value.isValueNode() && text.matches("[A-Za-z0-9_.-]{1,40}") ? " is " + text : "";
    }
}
