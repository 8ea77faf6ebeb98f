package io.martech.connect.client.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.HttpStatusVerdicts;
import io.martech.connect.client.Json;
import io.martech.connect.client.RawAnswer;
import io.martech.connect.client.Verdict;
import io.martech.connect.client.VerdictRules;
import java.time.Instant;
import java.util.Locale;

/**
 * How Youmi's answers are understood. HTTP is 200 throughout, so the code decides. A success says so twice, by its code and
 * by {@code "succeed": true}, and its {@code values} have the form that the endpoint documents; they are the body that a
 * caller gets. Everything else is an error, and never an empty list.
 */
final class YoumiVerdicts implements VerdictRules {

    private static final HttpStatusVerdicts STATUS = new HttpStatusVerdicts("youmi.url");

    private final YoumiAccount.Leniency leniency;

    YoumiVerdicts(YoumiAccount.Leniency leniency) {
        this.leniency = leniency;
    }

    @Override
    public Verdict judge(ApiRequest request, RawAnswer answer, Instant serverTime) {
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

    private Verdict judgeSuccess(Expectation expected, JsonNode values) {
        if (expected.shape().fits(values)) {
            return Verdict.ok(values);
        }
        boolean isMissingList = expected.shape() == Expectation.Shape.ARRAY && values.isNull();
        if (isMissingList && leniency.nullIsAnEmptyList()) {
            return Verdict.ok(Json.array());
        }
        String said = "answered success, but its \"values\" are " + what(values) + " and not "
                + expected.shape().words();
        return Verdict.unknown(
                isMissingList
                        ? said + ". If this account has none of these, and null is how the platform says so, set"
                                + " youmi.null.is.empty.list"
                        : said);
    }

    private Verdict judgeError(Expectation expected, RawAnswer answer, YoumiEnvelope error, Instant serverTime) {
        String code = error.code();
        String said = "answered HTTP " + answer.status() + " with " + error.shownCode();
        if (leniency.reauthenticateCodes().contains(code)) {
            return Verdict.of(Category.AUTHENTICATE, said + " (youmi.reauthenticate.codes)");
        }
        if (leniency.retryCodes().contains(code)) {
            return Verdict.retry(said + " (youmi.retry.codes)");
        }
        if (expected.rejectCodes().contains(code)) {
            return Verdict.of(Category.REJECT, said);
        }
        if (expected.splitCodes().contains(code)) {
            return Verdict.of(Category.SPLIT, said + ": it was asked for too much at once");
        }
        Verdict documented = YoumiCodes.verdictOf(code, said);
        if (documented != null) {
            return documented;
        }
        return switch (answer.status()) {
            case 401, 403 -> Verdict.of(Category.AUTHENTICATE, said);
            case 429 -> Verdict.waitFor(HttpStatusVerdicts.wait(answer, serverTime), said + ": it asks to wait");
            default ->
                Verdict.unknown(said
                        + (error.hasSuccessCode()
                                ? ", which is a success, but without \"succeed\": true"
                                : ", which is not documented"));
        };
    }

    private static Verdict withoutEnvelope(RawAnswer answer, JsonNode body) {
        return Verdict.unknown(
                body == null || body.isMissingNode()
                        ? "answered HTTP 200 with " + answer.body().length
                                + " bytes that are not JSON: something in front of the platform answered, or the answer was"
                                + " cut off"
                        : "answered HTTP 200 with " + what(body) + " without a code (errmsg)");
    }

    private static String what(JsonNode json) {
        return json.isMissingNode()
                ? "missing"
                : "JSON of another form (" + json.getNodeType().name().toLowerCase(Locale.ROOT) + ")";
    }
}
