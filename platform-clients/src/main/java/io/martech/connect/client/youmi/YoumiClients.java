package io.martech.connect.client.youmi;

import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;

/**
 * Creates clients of Youmi. An {@link io.martech.connect.client.Expectation} describes the {@code values} of a response,
 * which are the body that a caller receives.
 */
public final class YoumiClients {

    private YoumiClients() {}

    /** Verifies the credentials with one token call of at most five seconds. */
    public static CredentialsResult checkCredentials(YoumiAccount account, HttpSettings http) {
        return YoumiCredentials.check(account, http);
    }

    /** A client of the account. It sends nothing until it is used. */
    public static HttpPlatformClient create(YoumiAccount account, HttpSettings settings, TimeSource time) {
        return create(account, settings, time, AttemptListener.NONE);
    }

    /**
     * Like the overload without a listener; the listener receives the result of every attempt (an
     * {@code AdaptiveConcurrencyLimit}, for example).
     */
    public static HttpPlatformClient create(
            YoumiAccount account, HttpSettings settings, TimeSource time, AttemptListener listener) {
        YoumiClassifier classifier = new YoumiClassifier(account.leniency());
        YoumiAuthenticator authenticator = new YoumiAuthenticator(account, new Nonces(), classifier);
        PlatformProfile profile =
                new PlatformProfile("Youmi", account.address(), "youmi.url", classifier, authenticator);
        return new HttpPlatformClient(profile, settings, time, listener);
    }
}
