package io.martech.connect.options;

import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;

/** Where an M1world account is and how to be let in, with a fixed key or with an app; the same for its source and its sink. */
public final class M1worldAccountKeys {

    public static final String URL = "m1world.url";
    public static final String AUTH_URL = "m1world.auth.url";
    public static final String TOKEN = "m1world.token";
    public static final String APP_KEY = "m1world.app.key";
    public static final String APP_SECRET = "m1world.app.secret";
    public static final String REFRESH_TOKEN = "m1world.refresh.token";
    public static final String AUTHORIZATION_CODE = "m1world.authorization.code";
    public static final String REDIRECT_URI = "m1world.redirect.uri";
    public static final String QUOTA_PAUSE_MS = "m1world.quota.pause.ms";

    public static final String URL_WITH_TOKEN = "http://api.m1world.com";
    public static final String URL_WITH_APP = "http://api.m1world.com/v2";
    public static final String AUTH_URL_DEFAULT = "http://auth2.m1world.com";

    /** What a validation tries. */
    public static final String TRIAL = "Verify " + TOKEN
            + " with one request when a configuration is validated. The result is cached for a minute. Tokens of an app are"
            + " never verified, since that would spend them.";

    private static final long QUOTA_PAUSE_MS_DEFAULT = Duration.ofMinutes(5).toMillis();

    private M1worldAccountKeys() {}

    public static void define(ConfigDef definition) {
        OptionGroup group = new OptionGroup(definition, "M1world account");
        group.text(URL, "")
                .check(UrlValidator.ofPlatformOrEmpty(URL_WITH_TOKEN))
                .named("Base URL")
                .doc("Base URL of the M1world API. Empty, the default, means the public one: " + URL_WITH_TOKEN
                        + " with " + TOKEN + ", " + URL_WITH_APP + " with " + APP_KEY + ".")
                .secret(TOKEN, "")
                .check(Validators.credentialOrEmpty())
                .high()
                .named("Fixed key")
                .doc("The account's fixed API key. Set either this, or " + APP_KEY + " and " + APP_SECRET + "."
                        + " Keep it out of the connector JSON with a configuration provider:"
                        + " ${file:/path/to/secrets.properties:m1world.token}.")
                .text(APP_KEY, "")
                .check(Validators.credentialOrEmpty())
                .high()
                .named("App key")
                .doc("The app_key of your M1world app, if the account has no fixed key.")
                .secret(APP_SECRET, "")
                .check(Validators.credentialOrEmpty())
                .high()
                .named("App secret")
                .doc("The app_secret of that app. Keep it out of the connector JSON as well.");
        defineTokens(group);
    }

    private static void defineTokens(OptionGroup group) {
        group.secret(REFRESH_TOKEN, "")
                .check(Validators.credentialOrEmpty())
                .high()
                .named("Refresh token")
                .doc("With an app: the initial refresh token. Each use may return a new one, which is stored in "
                        + TokenStoreKeys.PATH
                        + ". Set either this or an authorization code; leave both empty if"
                        + " bin/authorize has written to " + TokenStoreKeys.PATH + ".")
                .secret(AUTHORIZATION_CODE, "")
                .check(Validators.credentialOrEmpty())
                .high()
                .named("Authorization code")
                .doc("With an app: the authorization code that M1world sent to the redirect URI. It works once;"
                        + " bin/authorize exchanges it for you.")
                .text(REDIRECT_URI, "")
                .check(UrlValidator.ofPlatformOrEmpty("https://example.com/callback"))
                .low()
                .named("Redirect URI")
                .doc("With an authorization code: the redirect URI that the code was sent to, exactly as"
                        + " registered for the app.")
                .text(AUTH_URL, AUTH_URL_DEFAULT)
                .check(UrlValidator.ofPlatform(AUTH_URL_DEFAULT))
                .low()
                .named("Authorization server")
                .doc("With an app: base URL of M1world's authorization server.")
                .duration(QUOTA_PAUSE_MS, QUOTA_PAUSE_MS_DEFAULT)
                .low()
                .named("Quota pause")
                .doc("How long all requests pause when the account's hourly quota is exhausted (E10104). When the"
                        + " hour begins is undocumented, so a request is retried after each pause.");
    }
}
