package io.martech.connect.client.auth.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.auth.TokenAdvice;
import io.martech.connect.client.response.ResponseClassifier;
import java.time.Instant;
import okhttp3.Request;

/** The differences between platforms that issue tokens by OAuth. */
public interface OAuthPlatform {

    /** The platform's name in messages. */
    String name();

    /** The prefix of its configuration keys, without the dot. */
    String keyPrefix();

    /** The name of the series of tokens that begins with this grant. */
    AccountName accountName(InitialGrant begin);

    /** The app's secret, so that it can be removed from messages. */
    String appSecret();

    /**
     * The page where a user authorizes the app.
     *
     * @param redirectUri where the code is sent to, as registered for the app
     */
    ConsentPage consentPage(String redirectUri);

    /** The token call, without any secret. */
    ApiRequest tokenRequest();

    /** Classifies the responses to the token call. A success holds at least an access token. */
    ResponseClassifier tokenVerdicts();

    /** Adds the app's credentials and the grant to the token call. */
    Request withGrant(Request tokenRequest, Grant grant);

    /**
     * Parses a successful response.
     *
     * @param now the platform's clock, for responses that hold a lifetime only
     */
    TokenResponse read(JsonNode answer, Instant now);

    /** Adds an access token to a request that is about to be sent. */
    Request withToken(Request request, String token);

    /** What to advise the user to do about rejected tokens. */
    TokenAdvice advice();
}
