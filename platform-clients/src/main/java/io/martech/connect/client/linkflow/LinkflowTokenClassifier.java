package io.martech.connect.client.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;

/**
 * Classifies the responses to {@code GET /token} like all others, but never as AUTHENTICATE, and the platform's own 4xx
 * as a wrong key or secret.
 */
final class LinkflowTokenClassifier implements ResponseClassifier {

    private static final String CHECK_KEYS =
            ". Check linkflow.app.key and linkflow.app.secret against the private App in Linkflow";

    private final LinkflowClassifier general;

    LinkflowTokenClassifier(LinkflowClassifier general) {
        this.general = general;
    }

    @Override
    public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
        Classification classification = general.judge(request, answer, serverTime);
        if (classification.isOk()) {
            return holdsToken(classification.body())
                    ? classification
                    : Classification.unknown("answered HTTP 200 without a usable \"token\"");
        }
        boolean refused = classification.category() == Category.AUTHENTICATE
                || classification.category() == Category.SPLIT
                || (classification.isUnknown() && answer.status() >= 400 && answer.status() < 500);
        if (refused) {
            return classification.turnedInto(
                    Category.STOP, classification.reason() + ": it refuses the credentials" + CHECK_KEYS);
        }
        return classification.isUnknown()
                ? classification.turnedInto(
                        classification.category(),
                        classification.reason() + ". If this persists, it may refuse the credentials" + CHECK_KEYS)
                : classification;
    }

    /** The token becomes a header, which may hold visible ASCII only. */
    private static boolean holdsToken(JsonNode body) {
        String token = body.path("token").asText("");
        return !token.isBlank() && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
