package io.martech.connect.client.auth.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import okhttp3.Request;

/** What differs between platforms that issue tokens by OAuth. */
public interface OAuthPlatform {

    /** The platform's name in messages. */
    String name();

    /** What its configuration keys begin with, without the dot. */
    String keyPrefix();

    /** Names the series of tokens that begins with that. */
    AccountName accountName(InitialGrant begin);

    /** The app's secret, so that nobody repeats it by mistake. */
    String appSecret();

    /** Where a person lets the app in. @param redirectUri where the code is sent to, as it is registered for the app */
    ConsentPage consentPage(String redirectUri);

    /** The token call, without any secret. */
    ApiRequest tokenRequest();

    /** How its answers are understood. A success holds at least an access token. */
    ResponseClassifier tokenVerdicts();

    /** Adds to the token call who asks and what for. */
    Request withGrant(Request tokenRequest, Grant grant);

    /**
     * Reads an answer that was judged to be a success.
     *
     * @param now the platform's clock, for answers that name a length of time only
     */
    TokenResponse read(JsonNode answer, Instant now);

    /** Adds an access token to a request that is about to leave. */
    Request withToken(Request request, String token);

    /** What to tell the user about tokens that are refused. */
    TokenAdvice advice();
}
