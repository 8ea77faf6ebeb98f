package io.martech.connect.account.m1world;

import io.martech.connect.account.PlatformAccess;
import io.martech.connect.account.TokenStoreOptions;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.m1world.M1worldClients;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.ConfigRule.Values;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.UrlValidator;
import io.martech.connect.options.Validators;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The options of an M1world account: address and credentials, with a fixed key or with an app; the same for its source
 * and its sink.
 */
public final class M1worldAccountOptions {

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

    /** What the validation verifies. */
    public static final String TRIAL = "Verify " + TOKEN
            + " with one request when a configuration is validated. The result is cached for a minute. Tokens of an app are"
            + " never verified, since that would spend them.";

    private static final long QUOTA_PAUSE_MS_DEFAULT = Duration.ofMinutes(5).toMillis();

    /** How an account is reached; the same for every M1world connector. */
    public static final PlatformAccess<M1worldAccount> ACCESS = new PlatformAccess<>(
            "m1world",
            M1worldAccountOptions::account,
            rules(),
            M1worldClients::create,
            M1worldClients::checkCredentials);

    private M1worldAccountOptions() {}

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
                        + TokenStoreOptions.PATH
                        + ". Set either this or an authorization code; leave both empty if"
                        + " bin/authorize has written to " + TokenStoreOptions.PATH + ".")
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

    private static List<ConfigRule> rules() {
        List<ConfigRule> rules = new ArrayList<>(List.of(
                ConfigRule.usable(URL, M1worldAccountOptions::useAddress),
                new ConfigRule(TOKEN, M1worldAccountOptions::oneKindOfCredentials),
                new ConfigRule(APP_KEY, values -> goWithOneAnother(values, APP_SECRET, APP_KEY)),
                new ConfigRule(APP_SECRET, values -> goWithOneAnother(values, APP_KEY, APP_SECRET)),
                new ConfigRule(REDIRECT_URI, M1worldAccountOptions::codeHasRedirect)));
        rules.addAll(TokenStoreOptions.rules(REFRESH_TOKEN, AUTHORIZATION_CODE, M1worldAccountOptions::hasAppOnly));
        return List.copyOf(rules);
    }

    private static void useAddress(Values values) {
        if (values.isSet(URL)) {
            M1worldAccount.withKey(values.text(URL), "token");
        }
    }

    private static Optional<String> oneKindOfCredentials(Values values) {
        boolean hasFixedKey = values.isSet(TOKEN);
        if (hasFixedKey != hasApp(values)) {
            return Optional.empty();
        }
        String fault = hasFixedKey ? "Both kinds of credentials are given" : "No credentials are given";
        return Optional.of(fault + ": set either " + TOKEN + ", or " + APP_KEY + " and " + APP_SECRET + ".");
    }

    private static Optional<String> goWithOneAnother(Values values, String given, String needed) {
        return values.isSet(given) && !values.isSet(needed) && !values.isSet(TOKEN)
                ? Optional.of("It is empty: " + given + " needs it.")
                : Optional.empty();
    }

    private static Optional<String> codeHasRedirect(Values values) {
        return values.isSet(AUTHORIZATION_CODE) && !values.isSet(REDIRECT_URI)
                ? Optional.of("It is empty: " + AUTHORIZATION_CODE
                        + " is accepted only together with the address that it" + " was sent to.")
                : Optional.empty();
    }

    /** A fault of the credentials themselves is reported once, and not again as a missing grant. */
    private static boolean hasAppOnly(Values values) {
        return values.isSet(APP_KEY) && values.isSet(APP_SECRET) && !values.isSet(TOKEN);
    }

    private static boolean hasApp(Values values) {
        return values.isSet(APP_KEY) || values.isSet(APP_SECRET);
    }

    /** The account in a configuration. */
    public static M1worldAccount account(AbstractConfig config) {
        String url = config.getString(URL);
        String token = secret(config, TOKEN);
        M1worldAccount account =
                token.isBlank() ? M1worldAccount.withApp(url, app(config)) : M1worldAccount.withKey(url, token);
        return account.withQuotaPause(Duration.ofMillis(config.getLong(QUOTA_PAUSE_MS)));
    }

    private static M1worldAccount.App app(AbstractConfig config) {
        String store = config.getString(TokenStoreOptions.PATH);
        return new M1worldAccount.App(
                config.getString(AUTH_URL),
                config.getString(APP_KEY),
                secret(config, APP_SECRET),
                InitialGrant.configured(
                        "m1world",
                        secret(config, REFRESH_TOKEN),
                        secret(config, AUTHORIZATION_CODE),
                        config.getString(REDIRECT_URI)),
                store.isEmpty() ? null : Path.of(store));
    }

    private static String secret(AbstractConfig config, String key) {
        return config.getPassword(key).value();
    }
}
