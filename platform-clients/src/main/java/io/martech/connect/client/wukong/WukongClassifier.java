package io.martech.connect.client.wukong;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.HttpStatusClassifier;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Classifies Wukong's responses. No error is documented: an {@code errcode} other than that of a success, or anything
 * other than the expected array, is an error, and never an empty list. An undocumented response is retried ten times and
 * then ends the call.
 */
final class WukongClassifier implements ResponseClassifier {

    private static final HttpStatusClassifier STATUS = new HttpStatusClassifier("wukong.url");

    private final Set<String> reauthenticateCodes;
    private final boolean isTokenCall;

    /** @param reauthenticateCodes codes by which the platform reports an invalid access token */
    WukongClassifier(Set<String> reauthenticateCodes) {
        this(reauthenticateCodes, false);
    }

    private WukongClassifier(Set<String> reauthenticateCodes, boolean isTokenCall) {
        this.reauthenticateCodes = Set.copyOf(reauthenticateCodes);
        this.isTokenCall = isTokenCall;
    }

    /** For token calls, whose every error mentions a token: too many calls, for example. */
    static WukongClassifier ofTokenCalls(Set<String> reauthenticateCodes) {
        return new WukongClassifier(reauthenticateCodes, true);
    }

    @Override
    public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
        JsonNode body = answer.jsonOrNull();
        WukongError said = body == null ? null : WukongError.in(body);
        if (said != null && !said.isSuccess()) {
            return judgeError(request.expectation(), answer, said, serverTime).saying(said.code(), said.message());
        }
        return answer.status() == 200
                ? judgeSuccess(request.expectation(), answer, body, said != null)
                : STATUS.judge(answer, serverTime);
    }

    private static Classification judgeSuccess(
            Expectation expected, RawResponse answer, JsonNode body, boolean saysSuccess) {
        if (body == null) {
            return Classification.page(answer);
        }
        if (fits(expected.shape(), body, saysSuccess)) {
            return Classification.ok(body);
        }
        String words = "answered HTTP 200 with " + what(body) + " where "
                + (expected.shape() == Expectation.Shape.ACCEPTED
                        ? "errcode 100"
                        : expected.shape().words())
                + " is due";
        if (expected.shape() == Expectation.Shape.ACCEPTED) {
            return Classification.of(
                    Category.STOP,
                    words + ". It was not retried, since it may have been applied. Check wukong.url and"
                            + " wukong.api.revision");
        }
        return Classification.unknown(words);
    }

    private static boolean fits(Expectation.Shape shape, JsonNode body, boolean saysSuccess) {
        return shape == Expectation.Shape.ACCEPTED ? saysSuccess : shape.fits(body);
    }

    private Classification judgeError(Expectation expected, RawResponse answer, WukongError error, Instant serverTime) {
        String said = "answered HTTP " + answer.status() + " with " + error.shownCode();
        if (reauthenticateCodes.contains(error.code())) {
            return Classification.of(Category.AUTHENTICATE, said + " (wukong.reauthenticate.codes)");
        }
        if (expected.rejectCodes().contains(error.code())) {
            return Classification.of(Category.REJECT, said);
        }
        if (expected.splitCodes().contains(error.code())) {
            return Classification.of(Category.SPLIT, said + ": the request was too large");
        }
        boolean isAboutTheToken = !isTokenCall && error.speaksOfTheToken();
        if (answer.status() == 401 || answer.status() == 403 || isAboutTheToken) {
            return Classification.of(Category.AUTHENTICATE, said);
        }
        if (answer.status() == 429) {
            return Classification.waitFor(HttpStatusClassifier.wait(answer, serverTime), said + ": it asks to wait");
        }
        return Classification.unknown(said + ", which is not documented");
    }

    private static String what(JsonNode body) {
        return body.isMissingNode()
                ? "an empty body"
                : "JSON of another form (" + body.getNodeType().name().toLowerCase(Locale.ROOT) + ")";
    }

    /**
     * The object that Wukong returns instead of rows: {@code {"errcode":"100","errmsg":"success"}}, with HTTP 200. Only
     * the success is documented.
     *
     * @param code the code
     * @param message the platform's own message, or null; may hold personal data
     */
    private record WukongError(String code, String message) {

        /** "100" is documented; "0" means success in other APIs of this convention. */
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

        /** Whether its message mentions the token: the codes are undocumented. */
        boolean speaksOfTheToken() {
            return message != null && TOKEN.matcher(message).find();
        }

        /** The code in a form that is safe for a message. */
        String shownCode() {
            return code.matches("[A-Za-z0-9_.-]{1,40}") ? "code " + code : "a code of an unknown form";
        }
    }
}
