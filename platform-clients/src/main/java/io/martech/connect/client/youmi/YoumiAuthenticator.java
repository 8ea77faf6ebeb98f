package io.martech.connect.client.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.IssuedToken;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.auth.TokenAttempt;
import io.martech.connect.client.auth.TokenEndpoint;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseClassifier;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * Youmi's tokens and signatures: {@code POST /GetAccessToken?format=json} with AppId, Nonce, Timestamp and a Signature
 * over the three returns a token and {@code expires_in}, which is the expiration in epoch seconds, about seven days
 * ahead. Every other call carries the token and a signature of its own in its headers, and has the content type
 * {@code text/json}, even a GET. Undocumented: the name of the token field, and whether a new token invalidates the
 * previous one.
 */
final class YoumiAuthenticator implements Authenticator {

    private static final MediaType TEXT_JSON = MediaType.get("text/json");
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private static final TokenAdvice ADVICE = new TokenAdvice(
            "The AppId may lack the permission for this resource, or another client of the same AppId is"
                    + " replacing the token: check its permissions in Youmi, and use a separate AppId for each"
                    + " connector.",
            "another client of the same AppId is replacing the token. Use a separate AppId for each"
                    + " connector, and run it with one task if the AppId allows one token at a time.");

    private final YoumiAccount account;
    private final Supplier<String> nonces;
    private final TokenField field;
    private final ResponseClassifier tokenVerdicts;

    /** @param nonces generates numbers that are used once */
    YoumiAuthenticator(YoumiAccount account, Supplier<String> nonces, YoumiClassifier classifier) {
        this.account = account;
        this.nonces = nonces;
        this.field = new TokenField(account.leniency().tokenField());
        this.tokenVerdicts = new YoumiTokenClassifier(classifier, field);
    }

    @Override
    public ApiRequest tokenRequest() {
        return ApiRequest.post("token", "/GetAccessToken", Json.object())
                .with("format", "json")
                .expecting(Expectation.object());
    }

    @Override
    public ResponseClassifier tokenVerdicts() {
        return tokenVerdicts;
    }

    @Override
    public TokenAttempt obtain(TokenEndpoint endpoint) throws InterruptedException {
        Classification classification = endpoint.send(
                request -> withCredentials(request, endpoint.serverClock().now()));
        return classification.isOk()
                ? TokenAttempt.obtained(read(classification.body()))
                : TokenAttempt.failed(classification);
    }

    private Request withCredentials(Request tokenRequest, Instant serverTime) {
        Signature signature = sign(account.appId(), serverTime);
        ObjectNode body = Json.object()
                .put("AppId", account.appId())
                .put("Nonce", signature.nonce())
                .put("Timestamp", signature.timestamp())
                .put("Signature", signature.value());
        return tokenRequest
                .newBuilder()
                .post(RequestBody.create(Json.write(body), JSON))
                .build();
    }

    IssuedToken read(JsonNode values) {
        return new IssuedToken(field.tokenIn(values), field.expirationIn(values));
    }

    @Override
    public Request withToken(Request request, String token, Instant serverTime) {
        Signature signature = sign(token, serverTime);
        Request.Builder signed = request.newBuilder()
                .header("access_token", token)
                .header("Nonce", signature.nonce())
                .header("Timestamp", signature.timestamp())
                .header("Signature", signature.value())
                .header("Content-type", TEXT_JSON.toString());
        return request.body() == null
                ? signed.build()
                : signed.method(request.method(), new TypedBody(request.body(), TEXT_JSON))
                        .build();
    }

    private Signature sign(String subject, Instant serverTime) {
        return Signature.over(account.appKey(), subject, nonces.get(), serverTime);
    }

    @Override
    public TokenAdvice advice() {
        return ADVICE;
    }

    /** The same bytes with another media type: OkHttp sends the body's own type and ignores the header. */
    private static final class TypedBody extends RequestBody {

        private final RequestBody body;
        private final MediaType type;

        TypedBody(RequestBody body, MediaType type) {
            this.body = body;
            this.type = type;
        }

        @Override
        public MediaType contentType() {
            return type;
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }

    /**
     * Classifies the responses to {@code POST /GetAccessToken} like all others, but never as AUTHENTICATE: what would mean
     * that elsewhere is a wrong AppId or key here.
     */
    private static final class YoumiTokenClassifier implements ResponseClassifier {

        private static final String CHECK_KEYS = ". Check youmi.app.id and youmi.app.key against those issued by Youmi";

        private final YoumiClassifier general;
        private final TokenField field;

        YoumiTokenClassifier(YoumiClassifier general, TokenField field) {
            this.general = general;
            this.field = field;
        }

        @Override
        public Classification judge(ApiRequest request, RawResponse answer, Instant serverTime) {
            Classification classification = general.judge(request, answer, serverTime);
            if (classification.isOk()) {
                return field.isIn(classification.body())
                        ? classification
                        : Classification.unknown(
                                "answered success without a usable \"" + field.name()
                                        + "\" in \"values\", whose fields are: "
                                        + TokenField.namesIn(classification.body())
                                        + ". The token's field is undocumented: set youmi.token.field to the one that holds it");
            }
            if (classification.category() == Category.AUTHENTICATE) {
                return classification.turnedInto(
                        Category.STOP, classification.reason() + ": it refuses the credentials" + CHECK_KEYS);
            }
            boolean isUndocumented = classification.code() != null
                    && YoumiCodes.classificationOf(classification.code(), classification.reason()) == null;
            return classification.isUnknown() && isUndocumented
                    ? classification.turnedInto(
                            classification.category(),
                            classification.reason() + ". If this persists, it may refuse the credentials" + CHECK_KEYS)
                    : classification;
        }
    }
}
