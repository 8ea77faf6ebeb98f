package io.martech.connect.client.auth.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Json;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Classifies the responses to a token call: a success holds an access token; a rejection is {@code error} and
 * {@code error_description} as in OAuth, or the platform's own error. Never AUTHENTICATE, which would recurse.
 */
public final class OAuthTokenClassifier implements ResponseClassifier {

    /** Transient errors of OAuth (RFC 6749, 4.1.2.1). */
    private static final Set<String> PASSING = Set.of("server_error", "temporarily_unavailable");

    /** The platforms limit token calls, so an undocumented response is retried three times, not ten. */
    private static final int FOR_THE_UNKNOWN = 3;

    private final ResponseClassifier general;
    private final String credentialKeys;

    /**
     * @param general classifies the platform's other responses
     * @param credentialKeys the configuration keys to check after a rejection, in words
     */
    public OAuthTokenClassifier(ResponseClassifier general, String credentialKeys) {
        this.general = general;
        this.credentialKeys = credentialKeys;
    }

    @Override
    public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
        JsonNode body = bodyOf(answer);
        if (answer.status() == 200 && isCredential(body.path("access_token"))) {
            return Classification.ok(body);
        }
        if (body.path("error").isTextual()) {
            return judgeError(answer.status(), body);
        }
        Classification classification = general.judge(request, answer, serverTime);
        if (classification.isOk()) {
            return unknown("answered HTTP 200 without a usable \"access_token\"");
        }
        return switch (classification.category()) {
            case RETRY -> classification.isUnknown() ? lessOften(advised(classification)) : classification;
            case WAIT -> classification;
            default -> classification.turnedInto(Category.STOP, classification.reason() + ". Check " + credentialKeys);
        };
    }

    private Classification judgeError(int status, JsonNode body) {
        String error = body.path("error").textValue();
        boolean isWord = error.matches("[A-Za-z0-9_.-]{1,40}");
        String said = "answered HTTP " + status + " with " + (isWord ? "error " + error : "an error");
        Classification classification = PASSING.contains(error)
                ? Classification.retry(said)
                : Classification.of(Category.STOP, said + ". Check " + credentialKeys);
        String description = body.path("error_description").asText(error);
        return classification.saying(isWord ? error : "error", description);
    }

    /** An undocumented error of the platform may well be about the credentials. */
    private Classification advised(Classification unknown) {
        return unknown.code() == null
                ? unknown
                : unknown.turnedInto(unknown.category(), unknown.reason() + ". Check " + credentialKeys);
    }

    private static Classification unknown(String reason) {
        return lessOften(Classification.unknown(reason));
    }

    private static Classification lessOften(Classification classification) {
        return new Classification(
                Category.RETRY,
                classification.code(),
                classification.platformMessage(),
                classification.reason(),
                Duration.ZERO,
                FOR_THE_UNKNOWN,
                classification.isOutage(),
                null);
    }

    private static boolean isCredential(JsonNode token) {
        return token.isTextual()
                && !token.textValue().isEmpty()
                && token.textValue().chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static JsonNode bodyOf(RawResponse answer) {
        try {
            return Json.read(answer.body());
        } catch (JsonProcessingException notJson) {
            return Json.object();
        }
    }
}
