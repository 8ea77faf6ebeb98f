package io.martech.connect.client.m1world;

import io.martech.connect.client.AccountValues;
import io.martech.connect.client.auth.oauth.InitialGrant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;

/**
 * One account of M1world, with a fixed key or with an app that a user has authorized.
 *
 * @param url the base address ({@code m1world.url})
 * @param token the fixed key ({@code m1world.token}), or null with an app
 * @param app the app, or null with a fixed key
 * @param quotaPause how long all calls pause when the hourly quota is used up ({@code m1world.quota.pause.ms}): it is
 *     undocumented when the hour begins
 */
public record M1worldAccount(String url, String token, App app, Duration quotaPause) {

    /** The public address for a fixed key. */
    public static final String PUBLIC_URL_WITH_KEY = "http://api.m1world.com";

    /** The public address for an app's tokens. */
    public static final String PUBLIC_URL_WITH_APP = "http://api.m1world.com/v2";

    /** The public address of the token call. */
    public static final String PUBLIC_AUTH_URL = "http://auth2.m1world.com";

    /** The default pause: it costs at most twelve rejected calls an hour, and the first five minutes of the next hour. */
    public static final Duration USUAL_QUOTA_PAUSE = Duration.ofMinutes(5);

    /**
     * An app that a user has authorized.
     *
     * @param authUrl the base address of the token call ({@code m1world.auth.url})
     * @param key the app's key ({@code m1world.app.key})
     * @param secret the app's secret ({@code m1world.app.secret})
     * @param begin the grant of the first token call ({@code m1world.refresh.token} or
     *     {@code m1world.authorization.code}); {@link InitialGrant#none()} if the token store holds tokens
     * @param tokenStore the directory in which tokens are stored ({@code token.store.path}); null for memory only
     */
    public record App(String authUrl, String key, String secret, InitialGrant begin, Path tokenStore) {

        /** @throws IllegalArgumentException naming the configuration key, never its value, if a value is invalid */
        public App {
            Objects.requireNonNull(begin, "begin");
            AccountValues.address("m1world.auth.url", authUrl, PUBLIC_AUTH_URL);
            AccountValues.requireCredential("m1world.app.key", key, "M1world");
            AccountValues.requireCredential("m1world.app.secret", secret, "M1world");
        }

        HttpUrl address() {
            return AccountValues.address("m1world.auth.url", authUrl, PUBLIC_AUTH_URL);
        }

        /** The address only. */
        @Override
        public String toString() {
            return "App[authUrl=" + authUrl + "]";
        }
    }

    /** @throws IllegalArgumentException naming the configuration key, never its value, if a value is invalid */
    public M1worldAccount {
        Objects.requireNonNull(quotaPause, "quotaPause");
        if ((token == null) == (app == null)) {
            throw new IllegalArgumentException("Set either m1world.token, or m1world.app.key with m1world.app.secret");
        }
        AccountValues.address("m1world.url", url, PUBLIC_URL_WITH_KEY);
        if (token != null) {
            AccountValues.requireCredential("m1world.token", token, "M1world");
        }
        if (quotaPause.isNegative() || quotaPause.isZero()) {
            throw new IllegalArgumentException("m1world.quota.pause.ms must be positive");
        }
    }

    /** @param url the base address; null or blank for the public one of fixed keys */
    public static M1worldAccount withKey(String url, String token) {
        return new M1worldAccount(orElse(url, PUBLIC_URL_WITH_KEY), token, null, USUAL_QUOTA_PAUSE);
    }

    /** @param url the base address; null or blank for the public one of apps */
    public static M1worldAccount withApp(String url, App app) {
        return new M1worldAccount(orElse(url, PUBLIC_URL_WITH_APP), null, app, USUAL_QUOTA_PAUSE);
    }

    /** Returns a copy with another pause when the quota is used up. */
    public M1worldAccount withQuotaPause(Duration pause) {
        return new M1worldAccount(url, token, app, pause);
    }

    HttpUrl address() {
        return AccountValues.address("m1world.url", url, PUBLIC_URL_WITH_KEY);
    }

    private static String orElse(String url, String publicUrl) {
        return url == null || url.isBlank() ? publicUrl : url;
    }

    /** The address only. */
    @Override
    public String toString() {
        return "M1worldAccount[url=" + url + "]";
    }
}
