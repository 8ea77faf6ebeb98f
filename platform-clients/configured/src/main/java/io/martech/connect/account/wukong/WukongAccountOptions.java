package io.martech.connect.account.wukong;

import io.martech.connect.account.PlatformAccess;
import io.martech.connect.account.TokenStoreOptions;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongClients;
import io.martech.connect.client.wukong.WukongRevision;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.UrlValidator;
import io.martech.connect.options.Validators;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of a Wukong account: address and credentials; the same for its source and its sink. */
public final class WukongAccountOptions {

    public static final String URL = "wukong.url";
    public static final String APP_ID = "wukong.app.id";
    public static final String APP_SECRET = "wukong.app.secret";
    public static final String REFRESH_TOKEN = "wukong.refresh.token";
    public static final String AUTHORIZATION_CODE = "wukong.authorization.code";
    public static final String API_REVISION = "wukong.api.revision";

    public static final String REAUTHENTICATE_CODES = "wukong.reauthenticate.codes";

    public static final String URL_DEFAULT = "http://open.wukongdata.com";
    public static final String V1 = "v1";
    public static final String V2 = "v2";

    /** How an account is reached; the same for every Wukong connector. */
    public static final PlatformAccess<WukongAccount> ACCESS =
            new PlatformAccess<>("wukong", WukongAccountOptions::account, rules(), WukongClients::create, null);

    private WukongAccountOptions() {}

    public static void define(ConfigDef definition) {
        new OptionGroup(definition, "Wukong account")
                .text(URL, URL_DEFAULT)
                .check(UrlValidator.ofPlatform(URL_DEFAULT))
                .named("Base URL")
                .doc("Base URL of the Wukong API. The default is the public one.")
                .text(APP_ID, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.credential())
                .high()
                .named("App id")
                .doc("The AppId that Wukong has issued to you.")
                .secret(APP_SECRET, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.credential())
                .high()
                .named("App secret")
                .doc("The secret of that AppId. Keep it out of the connector JSON with a configuration provider:"
                        + " ${file:/path/to/secrets.properties:wukong.app.secret}.")
                .secret(REFRESH_TOKEN, "")
                .check(Validators.credentialOrEmpty())
                .high()
                .named("Refresh token")
                .doc("The initial refresh token. Each use returns a new one, which is stored in "
                        + TokenStoreOptions.PATH
                        + ". Set either this or an authorization code; leave both empty if"
                        + " bin/authorize has written to " + TokenStoreOptions.PATH + ".")
                .secret(AUTHORIZATION_CODE, "")
                .check(Validators.credentialOrEmpty())
                .high()
                .named("Authorization code")
                .doc("The authorization code that Wukong sent to the redirect URI. It works once; bin/authorize"
                        + " exchanges it for you.")
                .text(API_REVISION, V1)
                .check(Validators.oneOf(V1, V2))
                .named("API revision")
                .doc("Which revision of Wukong's public API document to follow. v1 uses /openv1/list and filters"
                        + " leads by wk_uid; v2 uses /openv1/lists and filters by list_id.")
                .list(REAUTHENTICATE_CODES, "")
                .check(Validators.errorCodes())
                .low()
                .named("Error codes: invalid token")
                .doc("Error codes (errcode) that mean an invalid access token, in addition to HTTP 401 and 403"
                        + " and to errors whose message mentions the token. Empty by default, since the platform"
                        + " documents none.");
    }

    private static List<ConfigRule> rules() {
        return TokenStoreOptions.rules(REFRESH_TOKEN, AUTHORIZATION_CODE, always -> true);
    }

    /** The account in a configuration. */
    public static WukongAccount account(AbstractConfig config) {
        String store = config.getString(TokenStoreOptions.PATH);
        return new WukongAccount(
                config.getString(URL),
                WukongRevision.of(config.getString(API_REVISION)),
                config.getString(APP_ID),
                config.getPassword(APP_SECRET).value(),
                InitialGrant.configured(
                        "wukong",
                        config.getPassword(REFRESH_TOKEN).value(),
                        config.getPassword(AUTHORIZATION_CODE).value(),
                        null),
                store.isEmpty() ? null : Path.of(store),
                Set.copyOf(config.getList(REAUTHENTICATE_CODES)));
    }
}
