package io.martech.connect.client.m1world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.HttpStatusClassifier;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Classifies M1world's responses. A success holds {@code "success": true}, and its {@code data} has the shape that the
 * endpoint documents; everything else is an error, and its code is evaluated regardless of the HTTP status.
 */
final class M1worldClassifier implements ResponseClassifier {

    /** Limits of the account's plan (m1world.txt, 错误码说明). */
    private static final Map<String, String> PLAN_LIMITS = Map.of(
            "E00001", "the free plan holds 5,000 contacts at most",
            "E00002", "the gold plan has expired, so the account holds 5,000 contacts at most",
            "E00003", "the gold plan holds 100,000 contacts at most",
            "E00004", "the diamond plan has expired, so the account holds 5,000 contacts at most");

    private final HttpStatusClassifier status;
    private final boolean hasFixedKey;
    private final Duration quotaPause;

    /**
     * @param addressKey the configuration key that holds the address, for messages
     * @param hasFixedKey whether the token is a fixed key, which cannot be renewed
     * @param quotaPause how long to pause when the hourly quota is used up
     */
    M1worldClassifier(String addressKey, boolean hasFixedKey, Duration quotaPause) {
        this.status = new HttpStatusClassifier(addressKey);
        this.hasFixedKey = hasFixedKey;
        this.quotaPause = quotaPause;
    }

    @Override
    public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
        JsonNode body = bodyOf(answer);
        if (answer.status() == 200 && body.path("success").asBoolean(false)) {
            return judgeSuccess(request.expectation(), body);
        }
        M1worldError error = M1worldError.in(body);
        if (error.code() != null) {
            return judgeCode(request.expectation(), answer.status(), error.code())
                    .saying(error.code(), error.message());
        }
        Classification classification =
                answer.status() == 200 ? withoutCode(answer, body) : status.judge(answer, serverTime);
        return classification.category() == Category.AUTHENTICATE && hasFixedKey
                ? refusedKey(classification.reason())
                : classification;
    }

    private static Classification judgeSuccess(Expectation expected, JsonNode body) {
        JsonNode data = body.path("data");
        return expected.shape().fits(data)
                ? Classification.ok(body)
                : Classification.unknown("answered success, but its \"data\" is not "
                        + expected.shape().words());
    }

    private Classification judgeCode(Expectation expected, int httpStatus, String code) {
        String said = "answered HTTP " + httpStatus + " with code " + code;
        if (expected.rejectCodes().contains(code)) {
            return Classification.of(Category.REJECT, said);
        }
        if (expected.splitCodes().contains(code)) {
            return Classification.of(Category.SPLIT, said + ": the request was too large");
        }
        if (PLAN_LIMITS.containsKey(code)) {
            return Classification.of(
                    Category.STOP,
                    said + ": " + PLAN_LIMITS.get(code)
                            + ". Nothing was skipped: make room or change the plan, then restart the task");
        }
        return switch (code) {
            case "E10101" -> hasFixedKey ? refusedKey(said) : Classification.of(Category.AUTHENTICATE, said);
            case "E10104" ->
                Classification.waitFor(
                        quotaPause, said + ": the hourly quota of the account is used up (m1world.quota.pause.ms)");
            case "E10001" -> Classification.retry(said + ": a server error");
            case "E00005" -> Classification.of(Category.SPLIT, said + ": more than 1,000 contacts at once");
            case "E10102" ->
                Classification.of(
                        Category.STOP,
                        said + ": the account may not use this endpoint. Check the account's plan and permissions");
            case "E10103" -> Classification.of(Category.STOP, said + ": a parameter is missing");
            default -> Classification.unknown(said + ", which is not documented");
        };
    }

    private static Classification withoutCode(RawResponse answer, JsonNode body) {
        if (body.isMissingNode() || body.isTextual()) {
            return Classification.page(answer);
        }
        return Classification.unknown(
                "answered HTTP 200 without \"success\": true and without a code that is documented");
    }

    private static Classification refusedKey(String said) {
        return Classification.of(Category.STOP, said + ": it refuses the key. Check m1world.token, and m1world.url");
    }

    /** The parsed body; a missing node if it is empty, its text if it is not JSON. */
    private static JsonNode bodyOf(RawResponse answer) {
        try {
            return Json.read(answer.body());
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(new String(answer.body(), StandardCharsets.UTF_8));
        }
    }
}
