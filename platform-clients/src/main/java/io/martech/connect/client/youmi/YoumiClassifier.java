package io.martech.connect.client.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.HttpStatusClassifier;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Classifies Youmi's responses. HTTP is always 200, so the code decides. A success is reported twice, by its code and by
 * {@code "succeed": true}, and its {@code values} have the shape that the endpoint documents; they are the body that a
 * caller receives. Everything else is an error, and never an empty list.
 */
final class YoumiClassifier implements ResponseClassifier {

    private static final HttpStatusClassifier STATUS = new HttpStatusClassifier("youmi.url");

    private final YoumiAccount.Leniency leniency;

    YoumiClassifier(YoumiAccount.Leniency leniency) {
        this.leniency = leniency;
    }

    @Override
    public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
        JsonNode body = answer.jsonOrNull();
        YoumiEnvelope said = body == null ? null : YoumiEnvelope.in(body);
        if (said != null && !said.isSuccess()) {
            return judgeError(request.expectation(), answer, said, serverTime).saying(said.code(), said.message());
        }
        if (answer.status() != 200) {
            return STATUS.judge(answer, serverTime);
        }
        return said == null ? withoutEnvelope(answer, body) : judgeSuccess(request.expectation(), body.path("values"));
    }

    private Classification judgeSuccess(Expectation expected, JsonNode values) {
        if (expected.shape().fits(values)) {
            return Classification.ok(values);
        }
        boolean isMissingList = expected.shape() == Expectation.Shape.ARRAY && values.isNull();
        if (isMissingList && leniency.nullIsAnEmptyList()) {
            return Classification.ok(Json.array());
        }
        String said = "answered success, but its \"values\" are " + what(values) + " and not "
                + expected.shape().words();
        return Classification.unknown(
                isMissingList
                        ? said + ". If the platform answers null for an empty list, set youmi.null.is.empty.list"
                        : said);
    }

    private Classification judgeError(
            Expectation expected, RawResponse answer, YoumiEnvelope error, Instant serverTime) {
        String code = error.code();
        String said = "answered HTTP " + answer.status() + " with " + error.shownCode();
        if (leniency.reauthenticateCodes().contains(code)) {
            return Classification.of(Category.AUTHENTICATE, said + " (youmi.reauthenticate.codes)");
        }
        if (leniency.retryCodes().contains(code)) {
            return Classification.retry(said + " (youmi.retry.codes)");
        }
        if (expected.rejectCodes().contains(code)) {
            return Classification.of(Category.REJECT, said);
        }
        if (expected.splitCodes().contains(code)) {
            return Classification.of(Category.SPLIT, said + ": the request was too large");
        }
        Classification documented = YoumiCodes.classificationOf(code, said);
        if (documented != null) {
            return documented;
        }
        return switch (answer.status()) {
            case 401, 403 -> Classification.of(Category.AUTHENTICATE, said);
            case 429 ->
                Classification.waitFor(HttpStatusClassifier.wait(answer, serverTime), said + ": it asks to wait");
            default ->
                Classification.unknown(said
                        + (error.hasSuccessCode()
                                ? ", which is a success, but without \"succeed\": true"
                                : ", which is not documented"));
        };
    }

    private static Classification withoutEnvelope(RawResponse answer, JsonNode body) {
        return body == null || body.isMissingNode()
                ? Classification.page(answer)
                : Classification.unknown("answered HTTP 200 with " + what(body) + " without a code (errmsg)");
    }

    private static String what(JsonNode json) {
        return json.isMissingNode()
                ? "missing"
                : "JSON of another form (" + json.getNodeType().name().toLowerCase(Locale.ROOT) + ")";
    }

    /**
     * The envelope of every Youmi response: {@code {"errmsg": 20000, "succeed": true, "values": …, "errdesc": null}}, always
     * with HTTP 200. {@code errmsg} is the code, in spite of its name.
     *
     * @param code the code
     * @param saysSucceed whether {@code succeed} is true
     * @param message the platform's own message, or null; may hold personal data
     */
    private record YoumiEnvelope(String code, boolean saysSucceed, String message) {

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
}
