package io.martech.connect.client.youmi;

import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;

/**
 * Makes clients of Youmi. An {@link io.martech.connect.client.Expectation} speaks of the {@code values} of an answer, and
 * they are the body that a caller gets.
 */
public final class YoumiClients {

    private YoumiClients() {}

    /** Tries the credentials with one token call of at most five seconds. */
    public static CredentialsResult checkCredentials(YoumiAccount account, HttpSettings http) {
        return YoumiCredentials.check(account, http);
    }

    /** A client of the account. It makes no call before it is asked to. */
    public static HttpPlatformClient create(YoumiAccount account, HttpSettings settings, TimeSource time) {
        return create(account, settings, time, AttemptListener.NONE);
    }

    /** The same, telling the listener how every attempt went (an {@code AdaptiveLimit}, for example). */
    public static HttpPlatformClient create(
            YoumiAccount account, HttpSettings settings, TimeSource time, AttemptListener listener) {
        YoumiClassifier classifier = new YoumiClassifier(account.leniency());
        YoumiAuthenticator authenticator = new YoumiAuthenticator(account, new Nonces(), classifier);
        PlatformProfile profile =
                new PlatformProfile("Youmi", account.address(), "youmi.url", classifier, authenticator);
        return new HttpPlatformClient(profile, settings, time, listener);
    }
}
