package io.martech.connect.client.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.auth.TokenAttempt;
import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.response.Classification;
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
}
