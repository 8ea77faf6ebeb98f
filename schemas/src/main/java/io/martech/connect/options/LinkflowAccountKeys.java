package io.martech.connect.options;

import io.martech.connect.options.validator.Codes;
import io.martech.connect.options.validator.Credential;
import io.martech.connect.options.validator.UrlValidator;
import io.martech.connect.options.validator.ZoneOffsetValidator;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Where a Linkflow account is and how to be let in; the same for every Linkflow connector. */
public final class LinkflowAccountKeys {

    public static final String URL = "linkflow.url";
    public static final String APP_KEY = "linkflow.app.key";
    public static final String APP_SECRET = "linkflow.app.secret";
    public static final String TIME_ZONE = "linkflow.time.zone";
    public static final String REAUTHENTICATE_CODES = "linkflow.reauthenticate.codes";
    public static final String RETRY_CODES = "linkflow.retry.codes";

    public static final String URL_DEFAULT = "https://cdp-api.linkflowtech.com";
    public static final String TIME_ZONE_DEFAULT = "+08:00";

    private LinkflowAccountKeys() {}

    public static void define(ConfigDef definition) {
        new ConfigGroup(definition, "Linkflow account")
                .key(
                        URL,
                        Type.STRING,
                        URL_DEFAULT,
                        UrlValidator.ofPlatform(URL_DEFAULT),
                        Importance.MEDIUM,
                        "Base URL",
                        "Base URL of the Linkflow API. The default is the public one; a private installation has its"
                                + " own.")
                .key(
                        APP_KEY,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new Credential(),
                        Importance.HIGH,
                        "App Key",
                        "App Key of a private App, created in Linkflow under settings, App integration, private App."
                                + " Create one App per connector: a token requested by another client may invalidate this"
                                + " one's.")
                .key(
                        APP_SECRET,
                        Type.PASSWORD,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new Credential(),
                        Importance.HIGH,
                        "App Secret",
                        "App Secret of the same private App. Keep it out of the connector JSON with a configuration"
                                + " provider: ${file:/path/to/secrets.properties:linkflow.app.secret}.")
                .key(
                        TIME_ZONE,
                        Type.STRING,
                        TIME_ZONE_DEFAULT,
                        new ZoneOffsetValidator(),
                        Importance.LOW,
                        "Time zone",
                        "Fixed UTC offset of the platform's times, which are sent without one. The default is China"
                                + " Standard Time. A wrong offset would miss changes, so sources verify it.")
                .key(
                        REAUTHENTICATE_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.LOW,
                        "Error codes: invalid token",
                        "Error codes that mean an invalid token, in addition to HTTP 401 and 403. Empty by default,"
                                + " since the platform documents none.")
                .key(
                        RETRY_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.LOW,
                        "Error codes: retry",
                        "Error codes to retry, in addition to HTTP 429 and 5xx without a code. Empty by default,"
                                + " since the platform documents none.");
    }
}
