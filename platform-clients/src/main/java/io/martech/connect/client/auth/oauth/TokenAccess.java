package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.TimeSource;
import java.nio.file.Path;

/** Puts together what an account's tokens need. */
public final class TokenAccess {

    private TokenAccess() {}

    /**
     * The authenticator of an account, after having made sure, without a network call, that there is something to begin
     * with. Logs a warning if tokens would not survive the process.
     *
     * @param begin what to begin with if nothing is stored
     * @param directory where tokens are kept ({@code token.store.path}), or null for memory only
     * @throws io.martech.connect.client.PlatformException with a message for the user, if there is nothing to begin with
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
