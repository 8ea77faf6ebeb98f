package io.martech.connect.client.youmi;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.CredentialsResult;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;

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

    /**
     * Verifies an account's credentials: one {@code POST /GetAccessToken}, no retries, at most five seconds. Whether the new
     * token invalidates that of a running task is undocumented; the platform's response in that case is documented (10003,
     * 10011) and makes the task obtain another token, so nothing is lost.
     */
    private static final class YoumiCredentials {

        /** A hanging DNS lookup adds at most a second to it. */
        private static final Duration LONGEST = Duration.ofSeconds(4);

        private static final String WRONG_KEY = "200006";
        private static final String NO_SUCH_APP = "200007";

        /** A wrong clock, a header dropped by a proxy, an error of its server: no evidence about the credentials. */
        private static final Set<String> NOT_ABOUT_CREDENTIALS =
                Set.of("10006", "200001", "200002", "200003", "200004", "200005", "200011", "200012");

        private YoumiCredentials() {}

        static CredentialsResult check(YoumiAccount account, HttpSettings http) {
            try (HttpPlatformClient client =
                    YoumiClients.create(account, http.forOneAttempt(LONGEST), TimeSource.system())) {
                client.authenticate();
                return CredentialsResult.accepted();
            } catch (PlatformException failure) {
                return resultOf(failure, account.leniency().retryCodes());
            }
        }

        private static CredentialsResult resultOf(PlatformException failure, Set<String> retryCodes) {
            String code = failure.code();
            boolean isRefused = code == null
                    ? failure.status() == 401 || failure.status() == 403
                    : failure.status() != 429 && !NOT_ABOUT_CREDENTIALS.contains(code) && !retryCodes.contains(code);
            return isRefused
                    ? CredentialsResult.refused(blamed(code), failure.getMessage())
                    : CredentialsResult.unreachable(
                            "youmi.url", "The credentials could not be verified at youmi.url. " + failure.getMessage());
        }

        private static List<String> blamed(String codeOrNull) {
            if (WRONG_KEY.equals(codeOrNull)) {
                return List.of("youmi.app.key");
            }
            return NO_SUCH_APP.equals(codeOrNull) ? List.of("youmi.app.id") : List.of("youmi.app.key", "youmi.app.id");
        }
    }
}
