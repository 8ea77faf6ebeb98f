package io.martech.connect.client.wukong;

import io.martech.connect.client.AttemptListener;
import io.martech.connect.client.Authenticator;
import io.martech.connect.client.HttpPlatformClient;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformProfile;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.oauth.Authorization;
import io.martech.connect.client.oauth.TokenAccess;

/** Makes clients of Wukong. */
public final class WukongClients {

    private WukongClients() {}

    /**
     * A client of the account. It makes no call before it is asked to, but looks into the token store.
     *
     * @throws io.martech.connect.client.PlatformException with a message for the user, if there is no token to begin with
     *     or the store cannot be used
     */
    public static HttpPlatformClient create(WukongAccount account, HttpSettings settings, TimeSource time) {
        return create(account, settings, time, AttemptListener.NONE);
    }

    /** The same, telling the listener how every attempt went (an {@code AdaptiveLimit}, for example). */
    public static HttpPlatformClient create(
            WukongAccount account, HttpSettings settings, TimeSource time, AttemptListener listener) {
        WukongVerdicts verdicts = new WukongVerdicts(account.reauthenticateCodes());
        Authenticator authenticator =
                TokenAccess.of(new WukongOAuth(account), account.begin(), account.tokenStore(), time);
        return new HttpPlatformClient(profileOf(account, verdicts, authenticator), settings, time, listener);
    }

    /** How a person lets the connectors of the account in; what the account begins with does not matter. */
    public static Authorization authorization(WukongAccount account, TimeSource time) {
        WukongVerdicts verdicts = new WukongVerdicts(account.reauthenticateCodes());
        return new Authorization(
                new WukongOAuth(account), authenticator -> profileOf(account, verdicts, authenticator), time);
    }

    private static PlatformProfile profileOf(
            WukongAccount account, WukongVerdicts verdicts, Authenticator authenticator) {
        return new PlatformProfile(WukongOAuth.NAME, account.address(), "wukong.url", verdicts, authenticator);
    }
}
