package io.martech.connect.client.wukong;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.Authenticator;
import io.martech.connect.client.auth.PlatformProfile;
import io.martech.connect.client.auth.oauth.Authorization;
import io.martech.connect.client.auth.oauth.TokenAccess;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.client.pipeline.HttpPlatformClient;

/** Creates clients of Wukong. */
public final class WukongClients {

    private WukongClients() {}

    /**
     * A client of the account. It sends nothing until it is used, but reads the token store.
     *
     * @throws io.martech.connect.client.PlatformException with a message for the user, if there is no token to begin with
     *     or the store cannot be used
     */
    public static HttpPlatformClient create(WukongAccount account, HttpSettings settings, TimeSource time) {
        return create(account, settings, time, AttemptListener.NONE);
    }

    /**
     * Like the overload without a listener; the listener receives the result of every attempt (an
     * {@code AdaptiveConcurrencyLimit}, for example).
     */
    public static HttpPlatformClient create(
            WukongAccount account, HttpSettings settings, TimeSource time, AttemptListener listener) {
        WukongClassifier classifier = new WukongClassifier(account.reauthenticateCodes());
        Authenticator authenticator =
                TokenAccess.of(new WukongOAuth(account), account.begin(), account.tokenStore(), time);
        return new HttpPlatformClient(profileOf(account, classifier, authenticator), settings, time, listener);
    }

    /** Authorization of the connectors of the account; the account's initial grant is not used. */
    public static Authorization authorization(WukongAccount account, TimeSource time) {
        WukongClassifier classifier = new WukongClassifier(account.reauthenticateCodes());
        return new Authorization(
                new WukongOAuth(account), authenticator -> profileOf(account, classifier, authenticator), time);
    }

    private static PlatformProfile profileOf(
            WukongAccount account, WukongClassifier classifier, Authenticator authenticator) {
        return new PlatformProfile(WukongOAuth.NAME, account.address(), "wukong.url", classifier, authenticator);
    }
}
