package io.martech.connect.client.m1world;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.ApiKeyAuthenticator;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.CredentialsResult;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.auth.oauth.Authorization;
import io.martech.connect.client.auth.oauth.TokenAccess;
import io.martech.connect.client.auth.oauth.TokenParameter;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Creates clients of M1world. An {@link io.martech.connect.client.Expectation} describes the {@code data} of a response;
 * the body that a caller receives is the whole response.
 */
public final class M1worldClients {

    static final String NAME = "M1world";
    static final TokenParameter TOKEN = new TokenParameter("token");

    private M1worldClients() {}

    /**
     * A client of the account. It sends nothing until it is used, but reads the token store.
     *
     * @throws io.martech.connect.client.PlatformException with a message for the user, if there is no token to begin with
     *     or the store cannot be used
     */
    public static HttpPlatformClient create(M1worldAccount account, HttpSettings settings, TimeSource time) {
        return create(account, settings, time, AttemptListener.NONE);
    }

    /**
     * Like the overload without a listener; the listener receives the result of every attempt (an
     * {@code AdaptiveConcurrencyLimit}, for example).
     */
    public static HttpPlatformClient create(
            M1worldAccount account, HttpSettings settings, TimeSource time, AttemptListener listener) {
        PlatformProfile profile = account.app() == null ? withKey(account) : withApp(account, time);
        return new HttpPlatformClient(profile, settings, time, listener);
    }

    /**
     * Verifies a fixed key by one {@code GET /contact/setting}, without retries, within five seconds. An app's tokens are
     * never verified, since that would use them up.
     *
     * @return accepted, also for an app, and for a key whose quota is used up; refused, naming {@code m1world.token}; or
     *     unreachable, naming {@code m1world.url}
     */
    public static CredentialsResult checkCredentials(M1worldAccount account, HttpSettings http) {
        return account.app() == null ? M1worldCredentials.check(account, http) : CredentialsResult.accepted();
    }

    /** Authorization of the connectors of an app's account; the account's initial grant is not used. */
    public static Authorization authorization(M1worldAccount account, TimeSource time) {
        return new Authorization(oauth(account), authenticator -> withApp(account, authenticator), time);
    }

    private static PlatformProfile withKey(M1worldAccount account) {
        M1worldClassifier classifier = new M1worldClassifier("m1world.url", true, account.quotaPause());
        return new PlatformProfile(
                NAME,
                account.address(),
                "m1world.url",
                classifier,
                new ApiKeyAuthenticator(account.token(), TOKEN::addedTo, "m1world.token", classifier));
    }

    private static PlatformProfile withApp(M1worldAccount account, TimeSource time) {
        M1worldAccount.App app = account.app();
        Authenticator authenticator = TokenAccess.of(oauth(account), app.begin(), app.tokenStore(), time);
        return withApp(account, authenticator);
    }

    private static PlatformProfile withApp(M1worldAccount account, Authenticator authenticator) {
        return new PlatformProfile(
                NAME,
                account.address(),
                "m1world.url",
                new M1worldClassifier("m1world.url", false, account.quotaPause()),
                authenticator,
                account.app().address(),
                "m1world.auth.url");
    }

    private static M1worldOAuth oauth(M1worldAccount account) {
        return new M1worldOAuth(account.app(), new M1worldClassifier("m1world.auth.url", false, account.quotaPause()));
    }

    /** Verifies a fixed key: one cheap call, no retries, at most five seconds. */
    private static final class M1worldCredentials {

        /** A hanging DNS lookup adds at most a second to it. */
        private static final Duration LONGEST = Duration.ofSeconds(4);

        /**
         * The quota is used up, or the account may not make this call: the key itself is valid. A connector can then be
         * configured even while the quota is used up.
         */
        private static final Set<String> KNOWS_THE_KEY = Set.of("E10104", "E10102");

        private M1worldCredentials() {}

        static CredentialsResult check(M1worldAccount account, HttpSettings http) {
            HttpSettings bounded = http.forOneAttempt(LONGEST);
            try (HttpPlatformClient client = M1worldClients.create(account, bounded, TimeSource.system())) {
                client.execute(ApiRequest.get("credentials", M1worldPaths.SETTING));
                return CredentialsResult.accepted();
            } catch (PlatformException failure) {
                return resultOf(failure);
            }
        }

        private static CredentialsResult resultOf(PlatformException failure) {
            if (failure.code() != null && KNOWS_THE_KEY.contains(failure.code())) {
                return CredentialsResult.accepted();
            }
            boolean refused = "E10101".equals(failure.code()) || failure.status() == 401 || failure.status() == 403;
            return refused
                    ? CredentialsResult.refused(List.of("m1world.token"), failure.getMessage())
                    : CredentialsResult.unreachable(
                            "m1world.url", "The key could not be verified at m1world.url. " + failure.getMessage());
        }
    }
}
