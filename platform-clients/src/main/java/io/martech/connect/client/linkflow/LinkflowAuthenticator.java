package io.martech.connect.client.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.auth.TokenAttempt;
import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import okhttp3.Request;

/**
 * Linkflow's tokens (linkflow.txt, "通过App Key和App Secret获取Access Token"): {@code GET /token} with X-OpenApi-Key and
 * X-OpenApi-Secret returns {@code token} and {@code expiration}, a local time of the platform; every other call carries
 * X-OpenApi-Token. Undocumented: the response to an invalid token, and whether a new token invalidates the previous one.
 */
final class LinkflowAuthenticator implements Authenticator {

    private static final DateTimeFormatter EXPIRATION = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final TokenAdvice ADVICE = new TokenAdvice(
            "The private App may lack the permission for this resource, a proxy or firewall may be"
                    + " answering, or another client of the same key is replacing the token: check the App's"
                    + " permissions, and use a separate private App (key and secret) for each connector.",
            "another client of the same key is replacing the token. Use a separate private App (key and"
                    + " secret) for each connector, and run it with one task if the App allows one token at a"
                    + " time.",
            "It is a local time of the platform: check linkflow.time.zone.");

    private final LinkflowAccount account;
    private final ResponseClassifier tokenVerdicts;

    LinkflowAuthenticator(LinkflowAccount account, LinkflowClassifier classifier) {
        this.account = account;
        this.tokenVerdicts = new LinkflowTokenClassifier(classifier);
    }

    @Override
    public ApiRequest tokenRequest() {
        return ApiRequest.get("token", "/token").expecting(Expectation.object());
    }

    @Override
    public ResponseClassifier tokenVerdicts() {
        return tokenVerdicts;
    }

    @Override
    public TokenAttempt obtain(TokenEndpoint endpoint) throws InterruptedException {
        Classification classification = endpoint.send(this::withAccountSecret);
        return classification.isOk()
                ? TokenAttempt.obtained(read(classification.body()))
                : TokenAttempt.failed(classification);
    }

    private Request withAccountSecret(Request tokenRequest) {
        return tokenRequest
                .newBuilder()
                .header("X-OpenApi-Key", account.appKey())
                .header("X-OpenApi-Secret", account.appSecret())
                .build();
    }

    IssuedToken read(JsonNode answer) {
        return new IssuedToken(
                answer.path("token").asText(),
                expirationOf(answer.path("expiration").asText()));
    }

    @Override
    public Request withToken(Request request, String token, Instant serverTime) {
        return request.newBuilder().header("X-OpenApi-Token", token).build();
    }

    @Override
    public TokenAdvice advice() {
        return ADVICE;
    }

    private Instant expirationOf(String text) {
        try {
            return LocalDateTime.parse(text, EXPIRATION).toInstant(account.timeZone());
        } catch (DateTimeParseException notUnderstood) {
            return null;
        }
    }

    /**
     * Classifies the responses to {@code GET /token} like all others, but never as AUTHENTICATE, and the platform's own 4xx
     * as a wrong key or secret.
     */
    private static final class LinkflowTokenClassifier implements ResponseClassifier {

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
}
