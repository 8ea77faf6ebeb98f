package io.martech.connect.options;

import io.martech.connect.options.validator.Codes;
import io.martech.connect.options.validator.Credential;
import io.martech.connect.options.validator.TrueOrFalse;
import io.martech.connect.options.validator.UrlValidator;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Where a Youmi account is and how to be let in, and what to take where its documents are silent. */
public final class YoumiAccountKeys {

    public static final String URL = "youmi.url";
    public static final String APP_ID = "youmi.app.id";
    public static final String APP_KEY = "youmi.app.key";
    public static final String TOKEN_FIELD = "youmi.token.field";
    public static final String NULL_IS_EMPTY_LIST = "youmi.null.is.empty.list";
    public static final String REAUTHENTICATE_CODES = "youmi.reauthenticate.codes";
    public static final String RETRY_CODES = "youmi.retry.codes";

    public static final String URL_DEFAULT = "http://api10.agsoft.net:5001/publicapi/v1";

    private YoumiAccountKeys() {}

    public static void define(ConfigDef definition) {
        ConfigGroup group = new ConfigGroup(definition, "Youmi account");
        defineAccount(group);
        defineAnswers(group);
    }

    private static void defineAccount(ConfigGroup group) {
        group.key(
                        URL,
                        Type.STRING,
                        URL_DEFAULT,
                        UrlValidator.ofPlatform(URL_DEFAULT),
                        Importance.HIGH,
                        "Base URL",
                        "Base URL of the Youmi API, including /publicapi/v1. The default is the shared server; many"
                                + " merchants have a server of their own: http://<your server>:5001/publicapi/v1. With http"
                                + " the token and all data travel unencrypted; use https if your server supports it.")
                .key(
                        APP_ID,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new Credential(),
                        Importance.HIGH,
                        "App id",
                        "The AppId issued by Youmi. Use one per connector if possible: whether a token requested by"
                                + " another client invalidates this one's is undocumented.")
                .key(
                        APP_KEY,
                        Type.PASSWORD,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new Credential(),
                        Importance.HIGH,
                        "App key",
                        "The key of that AppId, used to sign requests. Keep it out of the connector JSON with a"
                                + " configuration provider: ${file:/path/to/secrets.properties:youmi.app.key}.");
    }

    private static void defineAnswers(ConfigGroup group) {
        group.key(
                        TOKEN_FIELD,
                        Type.STRING,
                        "access_token",
                        new Credential(),
                        Importance.LOW,
                        "Token field",
                        "Field of the token response that holds the token. It is undocumented; if it is a different"
                                + " one, the error lists the fields of the response.")
                .key(
                        NULL_IS_EMPTY_LIST,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.LOW,
                        "Null as empty list",
                        "Treat a successful response with null in place of the list as an empty list. This is"
                                + " undocumented, so it is an error by default: an error must never look like an empty list.")
                .key(
                        REAUTHENTICATE_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.LOW,
                        "Error codes: invalid token",
                        "Error codes (errmsg) that mean an invalid token, in addition to the documented 10003 and"
                                + " 10011.")
                .key(
                        RETRY_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.LOW,
                        "Error codes: retry",
                        "Error codes (errmsg) to retry, in addition to the documented 200011.");
    }
}
