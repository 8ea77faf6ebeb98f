package io.martech.connect.options;

import io.martech.connect.options.validator.Codes;
import io.martech.connect.options.validator.Credential;
import io.martech.connect.options.validator.OneOf;
import io.martech.connect.options.validator.UrlValidator;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Where a Wukong account is and how to be let in; the same for its source and its sink. */
public final class WukongAccountKeys {

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

    private WukongAccountKeys() {}

    public static void define(ConfigDef definition) {
        new ConfigGroup(definition, "Wukong account")
                .key(
                        URL,
                        Type.STRING,
                        URL_DEFAULT,
                        UrlValidator.ofPlatform(URL_DEFAULT),
                        Importance.MEDIUM,
                        "Base URL",
                        "Base URL of the Wukong API. The default is the public one.")
                .key(
                        APP_ID,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new Credential(),
                        Importance.HIGH,
                        "App id",
                        "The AppId that Wukong has issued to you.")
                .key(
                        APP_SECRET,
                        Type.PASSWORD,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new Credential(),
                        Importance.HIGH,
                        "App secret",
                        "The secret of that AppId. Keep it out of the connector JSON with a configuration provider:"
                                + " ${file:/path/to/secrets.properties:wukong.app.secret}.")
                .key(
                        REFRESH_TOKEN,
                        Type.PASSWORD,
                        "",
                        Credential.orEmpty(),
                        Importance.HIGH,
                        "Refresh token",
                        "The initial refresh token. Each use returns a new one, which is stored in "
                                + TokenStoreKeys.PATH
                                + ". Set either this or an authorization code; leave both empty if"
                                + " bin/authorize has written to " + TokenStoreKeys.PATH + ".")
                .key(
                        AUTHORIZATION_CODE,
                        Type.PASSWORD,
                        "",
                        Credential.orEmpty(),
                        Importance.HIGH,
                        "Authorization code",
                        "The authorization code that Wukong sent to the redirect URI. It works once; bin/authorize"
                                + " exchanges it for you.")
                .key(
                        API_REVISION,
                        Type.STRING,
                        V1,
                        new OneOf(V1, V2),
                        Importance.MEDIUM,
                        "API revision",
                        "Which revision of Wukong's public API document to follow. v1 uses /openv1/list and filters"
                                + " leads by wk_uid; v2 uses /openv1/lists and filters by list_id.")
                .key(
                        REAUTHENTICATE_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.LOW,
                        "Error codes: invalid token",
                        "Error codes (errcode) that mean an invalid access token, in addition to HTTP 401 and 403"
                                + " and to errors whose message mentions the token. Empty by default, since the platform"
                                + " documents none.");
    }
}
