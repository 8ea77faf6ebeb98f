package io.martech.connect.client.linkflow;

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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Classifies Linkflow's responses. The body is checked before the status is trusted: business errors arrive as HTTP 500
 * with a code, and an HTML page may arrive as 200.
 *
 * <p>Only codes documented for the called endpoint reject a record. An undocumented response is retried ten times and
 * then ends the call, since it may be an outage.
 */
public final class LinkflowClassifier implements ResponseClassifier {

    /** Codes that mean "too much at once" at every endpoint: beyond page 100, page*size > 10000, list too long. */
    private static final Set<String> TOO_MUCH = Set.of("B00093", "B00030", "B00031");

    private static final HttpStatusClassifier STATUS = new HttpStatusClassifier("linkflow.url");

    private final Set<String> reauthenticateCodes;
    private final Set<String> retryCodes;

    public LinkflowClassifier(Set<String> reauthenticateCodes, Set<String> retryCodes) {
        this.reauthenticateCodes = normalised(reauthenticateCodes);
        this.retryCodes = normalised(retryCodes);
    }

    @Override
    public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
        JsonNode body = answer.jsonOrNull();
        ErrorEnvelope error = body == null ? null : ErrorEnvelope.in(body);
        if (error != null) {
            return judgeError(request.expectation(), answer, error, serverTime).saying(error.code(), error.message());
        }
        return answer.status() == 200 ? judgeSuccess(request, answer, body) : STATUS.judge(answer, serverTime);
    }

    /** The documented success, and nothing else. */
    private static Classification judgeSuccess(ApiRequest request, RawResponse answer, JsonNode body) {
        if (body == null) {
            return Classification.page(answer);
        }
        Optional<String> sign =
                isWrite(request) ? new WriteResponse(body).signOfAnError() : ErrorEnvelope.signOfAnotherError(body);
        if (sign.isPresent()) {
            return Classification.unknown(
                    "answered HTTP 200 with an error in an undocumented form (" + sign.get() + ")");
        }
        Expectation expected = request.expectation();
        if (expected.shape().fits(body)) {
            return Classification.ok(body);
        }
        String what = body.isMissingNode()
                ? "an empty body"
                : "JSON of another form (" + body.getNodeType().name().toLowerCase(java.util.Locale.ROOT) + ")";
        String words =
                "answered HTTP 200 with " + what + " where " + expected.shape().words() + " is documented";
        return Classification.unknown(words);
    }

    /** Some writes return the object they created; some reads are a POST that returns a list. */
    private static boolean isWrite(ApiRequest request) {
        Expectation.Shape shape = request.expectation().shape();
        return shape == Expectation.Shape.ACCEPTED
                || (shape == Expectation.Shape.OBJECT && !"GET".equals(request.method()));
    }

    /** The platform's own error, with any status. */
    private Classification judgeError(
            Expectation expected, RawResponse answer, ErrorEnvelope error, Instant serverTime) {
        String said = "answered HTTP " + answer.status() + " with code " + error.code();
        if (reauthenticateCodes.contains(error.code())) {
            return Classification.of(Category.AUTHENTICATE, said + " (linkflow.reauthenticate.codes)");
        }
        if (retryCodes.contains(error.code())) {
            return Classification.retry(said + " (linkflow.retry.codes)");
        }
        if (TOO_MUCH.contains(error.code()) || normalised(expected.splitCodes()).contains(error.code())) {
            return Classification.of(Category.SPLIT, said + ": the request was too large");
        }
        if (normalised(expected.rejectCodes()).contains(error.code())) {
            return Classification.of(Category.REJECT, said);
        }
        return switch (answer.status()) {
            case 401, 403 -> Classification.of(Category.AUTHENTICATE, said);
            case 429 ->
                Classification.waitFor(HttpStatusClassifier.wait(answer, serverTime), said + ": it asks to wait");
            default -> Classification.unknown(said + ", which is not documented for this call");
        };
    }

    private static Set<String> normalised(Set<String> codes) {
        return codes.stream().map(ErrorEnvelope::normalised).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The body of a Linkflow error: {@code {"domain","code","message"}}, with any HTTP status (documented with 400, 404, 412,
     * 420 and 500; 200 is not excluded).
     *
     * @param code the code, normalised
     * @param message the platform's own message, or null; it names ids and may hold personal data
     */
    private record ErrorEnvelope(String code, String message) {

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
}
