package io.martech.connect.client.linkflow;

import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.time.Duration;
import java.util.List;

/** Makes clients of Linkflow. */
public final class LinkflowClients {

    private LinkflowClients() {}

    /** A client of the account. It makes no call before it is asked to. */
    public static HttpPlatformClient create(LinkflowAccount account, HttpSettings settings, TimeSource time) {
        return create(account, settings, time, AttemptListener.NONE);
    }

    /** The same, telling the listener how every attempt went (an {@code AdaptiveLimit}, for example). */
    public static HttpPlatformClient create(
            LinkflowAccount account, HttpSettings settings, TimeSource time, AttemptListener listener) {
        return new HttpPlatformClient(profileOf(account), settings, time, listener);
    }

    /**
     * Tries the credentials by one {@code GET /token}, without repetition, within five seconds. It may replace the token
     * that a running connector of the same key uses: ask at most once a minute
     * ({@link io.martech.connect.client.CredentialsCheck}).
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

    /** Tries an account's credentials: one {@code GET /token}, no repetition, at most five seconds. */
    private static final class LinkflowCredentials {

        /** The client adds at most a second to it if a name look-up hangs. */
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

        /** Nobody documents how a wrong key is refused: any answer of the platform itself is taken for a refusal. */
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
