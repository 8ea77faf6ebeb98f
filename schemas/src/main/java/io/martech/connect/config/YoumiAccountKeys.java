package io.martech.connect.config;

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
                        "Address",
                        "Base address of the Youmi API, /publicapi/v1 included. The default is the shared server; many merchants"
                                + " have a server of their own: http://<your server>:5001/publicapi/v1. With http the token and all rows"
                                + " travel unencrypted; use https if your server has it.")
                .key(
                        APP_ID,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new Credential(),
                        Importance.HIGH,
                        "App id",
                        "The AppId that Youmi has given to you. Use one per connector if you can: nobody documents whether a token"
                                + " that another client fetches ends this one's.")
                .key(
                        APP_KEY,
                        Type.PASSWORD,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new Credential(),
                        Importance.HIGH,
                        "App key",
                        "The key of that AppId, which requests are signed with. Keep it out of the connector's JSON with a"
                                + " configuration provider: ${file:/path/to/secrets.properties:youmi.app.key}.");
    }

    private static void defineAnswers(ConfigGroup group) {
        group.key(
                        TOKEN_FIELD,
                        Type.STRING,
                        "access_token",
                        new Credential(),
                        Importance.LOW,
                        "Field of the token",
                        "Field of the token answer that holds the token. No document names it; if it is another one, the error says"
                                + " which fields there are.")
                .key(
                        NULL_IS_EMPTY_LIST,
                        Type.BOOLEAN,
                        false,
                        new TrueOrFalse(),
                        Importance.LOW,
                        "Null is an empty list",
                        "Whether a success with null in place of the list means that there are no rows. Undocumented, so it is an"
                                + " error by default: an error must never look like an empty list.")
                .key(
                        REAUTHENTICATE_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.LOW,
                        "Codes: fetch a new token",
                        "Error codes (errmsg) that mean that the token is no longer valid, in addition to 10003 and 10011, which"
                                + " are documented.")
                .key(
                        RETRY_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.LOW,
                        "Codes: try again",
                        "Error codes (errmsg) after which the same request may succeed later, in addition to 200011, which is"
                                + " documented.");
    }
}
