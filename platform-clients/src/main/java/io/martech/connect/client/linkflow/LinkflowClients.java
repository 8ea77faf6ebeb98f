package io.martech.connect.client.linkflow;

import io.martech.connect.client.AttemptListener;
import io.martech.connect.client.HttpPlatformClient;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformProfile;
import io.martech.connect.client.TimeSource;

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

    static PlatformProfile profileOf(LinkflowAccount account) {
        LinkflowVerdicts verdicts = new LinkflowVerdicts(account.reauthenticateCodes(), account.retryCodes());
        return new PlatformProfile(
                "Linkflow", account.address(), "linkflow.url", verdicts, new LinkflowAuthenticator(account, verdicts));
    }
}
