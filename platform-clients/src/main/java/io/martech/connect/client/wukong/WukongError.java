package io.martech.connect.client.wukong;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Wukong says instead of rows: {@code {"errcode":"100","errmsg":"success"}}, with HTTP 200. Only the success is
 * documented.
 *
 * @param code the code
 * @param message the platform's words, or null; may hold personal data
 */
record WukongError(String code, String message) {

    /** "100" is documented, "0" is what the same convention means elsewhere. */
    private static final Set<String> SUCCESS = Set.of("100", "0");

    private static final Pattern TOKEN = Pattern.compile("(?i)token|令牌|凭证");

    /** The envelope in a body, or null if it holds none. */
    static WukongError in(JsonNode body) {
        JsonNode code = body.path("errcode");
        if (!body.isObject() || !code.isValueNode() || code.asText().isBlank() || code.isNull()) {
            return null;
        }
        JsonNode message = body.path("errmsg");
        return new WukongError(code.asText().trim(), message.isTextual() ? message.textValue() : null);
    }

    boolean isSuccess() {
        return SUCCESS.contains(code);
    }

    /** Whether its words mention the token: the codes are undocumented. */
    boolean speaksOfTheToken() {
        return message != null && TOKEN.matcher(message).find();
    }

    /** The code as it may stand in a message. */
    String shownCode() {
        return code.matches("[A-Za-z0-9_.-]{1,40}") ? "code " + code : "a code of an unknown form";
    }
}
