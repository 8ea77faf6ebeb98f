package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.TimeSource;
import java.nio.file.Path;

/** Creates the authenticator and token store of an account. */
public final class TokenAccess {

    private TokenAccess() {}

    /**
     * Returns the authenticator of an account after verifying, without a network call, that there is a grant or a stored
     * token. Logs a warning if tokens would not survive a restart.
     *
     * @param begin the grant to use if nothing is stored
     * @param directory where tokens are stored ({@code token.store.path}), or null for memory only
     * @throws io.martech.connect.client.PlatformException with a message for the user, if there is no grant to begin with
     *     or the directory cannot be used
     */
    public static OAuthAuthenticator of(OAuthPlatform platform, InitialGrant begin, Path directory, TimeSource time) {
        TokenStore store = directory == null
                ? new MemoryTokenStore()
                : new DirectoryTokenStore(directory, platform.accountName(begin), time);
        OAuthAuthenticator authenticator = new OAuthAuthenticator(platform, begin, store, time);
        authenticator.checkBegin();
        return authenticator;
    }
}
