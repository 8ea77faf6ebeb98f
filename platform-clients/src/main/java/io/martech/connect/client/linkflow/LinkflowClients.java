package io.martech.connect.client.linkflow;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.CredentialsResult;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.time.Duration;
import java.util.List;

/** Creates clients of Linkflow. */
public final class LinkflowClients {

    private LinkflowClients() {}

    /** A client of the account. It sends nothing until it is used. */
    public static HttpPlatformClient create(LinkflowAccount account, HttpSettings settings, TimeSource time) {
        return create(account, settings, time, AttemptListener.NONE);
    }

    /**
     * Like the overload without a listener; the listener receives the result of every attempt (an
     * {@code AdaptiveConcurrencyLimit}, for example).
     */
    public static HttpPlatformClient create(
            LinkflowAccount account, HttpSettings settings, TimeSource time, AttemptListener listener) {
        return new HttpPlatformClient(profileOf(account), settings, time, listener);
    }

    /**
     * Verifies the credentials by one {@code GET /token}, without retries, within five seconds. It may replace the token
     * that a running connector with the same key uses: call at most once a minute
     * ({@link io.martech.connect.client.auth.CredentialsCheck}).
     *
     * @return accepted; refused, naming the key and the secret; or unreachable, naming {@code linkflow.url}
     */
    public static CredentialsResult checkCredentials(LinkflowAccount account, HttpSettings http) {
        return LinkflowCredentials.check(account, http);
    }

    static PlatformProfile profileOf(LinkflowAccount account) {
        LinkflowClassifier classifier = new LinkflowClassifier(account.reauthenticateCodes(), account.retryCodes());
        return new PlatformProfile(
                "Linkflow",
                account.address(),
                "linkflow.url",
                classifier,
                new LinkflowAuthenticator(account, classifier));
    }

    /** Verifies an account's credentials: one {@code GET /token}, no retries, at most five seconds. */
    private static final class LinkflowCredentials {

        /** A hanging DNS lookup adds at most a second to it. */
        private static final Duration LONGEST = Duration.ofSeconds(4);

        private LinkflowCredentials() {}

        static CredentialsResult check(LinkflowAccount account, HttpSettings http) {
            HttpSettings bounded = http.forOneAttempt(LONGEST);
            try (HttpPlatformClient client =
                    LinkflowClients.create(account, bounded, TimeSource.system(), AttemptListener.NONE)) {
                client.authenticate();
                return CredentialsResult.accepted();
            } catch (PlatformException failure) {
                return resultOf(failure);
            }
        }

        /** The rejection of a wrong key is undocumented: any error of the platform itself is taken for one. */
        private static CredentialsResult resultOf(PlatformException failure) {
            boolean refused = failure.code() != null || failure.status() == 401 || failure.status() == 403;
            if (refused) {
                return CredentialsResult.refused(
                        List.of("linkflow.app.secret", "linkflow.app.key"), failure.getMessage());
            }
            return CredentialsResult.unreachable(
                    "linkflow.url", "The credentials could not be verified at linkflow.url. " + failure.getMessage());
        }
    }
}
