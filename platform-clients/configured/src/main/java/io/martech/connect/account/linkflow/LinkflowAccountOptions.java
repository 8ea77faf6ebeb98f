package io.martech.connect.account.linkflow;

import io.martech.connect.account.PlatformAccess;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.UrlValidator;
import io.martech.connect.options.Validators;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of a Linkflow account: address and credentials; the same for every Linkflow connector. */
public final class LinkflowAccountOptions {

    public static final String URL = "linkflow.url";
    public static final String APP_KEY = "linkflow.app.key";
    public static final String APP_SECRET = "linkflow.app.secret";
    public static final String TIME_ZONE = "linkflow.time.zone";
    public static final String REAUTHENTICATE_CODES = "linkflow.reauthenticate.codes";
    public static final String RETRY_CODES = "linkflow.retry.codes";

    public static final String URL_DEFAULT = "https://cdp-api.linkflowtech.com";
    public static final String TIME_ZONE_DEFAULT = "+08:00";

    /** How an account is reached; the same for every Linkflow connector. */
    public static final PlatformAccess<LinkflowAccount> ACCESS = new PlatformAccess<>(
            "linkflow",
            LinkflowAccountOptions::account,
            rules(),
            LinkflowClients::create,
            LinkflowClients::checkCredentials);

    private LinkflowAccountOptions() {}

    public static void define(ConfigDef definition) {
        new OptionGroup(definition, "Linkflow account")
                .text(URL, URL_DEFAULT)
                .check(UrlValidator.ofPlatform(URL_DEFAULT))
                .named("Base URL")
                .doc("Base URL of the Linkflow API. The default is the public one; a private installation has its"
                        + " own.")
                .text(APP_KEY, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.credential())
                .high()
                .named("App Key")
                .doc("App Key of a private App, created in Linkflow under settings, App integration, private App."
                        + " Create one App per connector: a token requested by another client may invalidate this"
                        + " one's.")
                .secret(APP_SECRET, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.credential())
                .high()
                .named("App Secret")
                .doc("App Secret of the same private App. Keep it out of the connector JSON with a configuration"
                        + " provider: ${file:/path/to/secrets.properties:linkflow.app.secret}.")
                .text(TIME_ZONE, TIME_ZONE_DEFAULT)
                .check(Validators.zoneOffset())
                .low()
                .named("Time zone")
                .doc("Fixed UTC offset of the platform's times, which are sent without one. The default is China"
                        + " Standard Time. A wrong offset would miss changes, so sources verify it.")
                .list(REAUTHENTICATE_CODES, "")
                .check(Validators.errorCodes())
                .low()
                .named("Error codes: invalid token")
                .doc("Error codes that mean an invalid token, in addition to HTTP 401 and 403. Empty by default,"
                        + " since the platform documents none.")
                .list(RETRY_CODES, "")
                .check(Validators.errorCodes())
                .low()
                .named("Error codes: retry")
                .doc("Error codes to retry, in addition to HTTP 429 and 5xx without a code. Empty by default,"
                        + " since the platform documents none.");
    }

    private static List<ConfigRule> rules() {
        return List.of(ConfigRule.usable(URL, values -> LinkflowAccount.of(values.text(URL), "key", "secret")));
    }

    /** The account in a configuration. */
    public static LinkflowAccount account(AbstractConfig config) {
        return new LinkflowAccount(
                config.getString(URL),
                config.getString(APP_KEY),
                config.getPassword(APP_SECRET).value(),
                ZoneOffset.of(config.getString(TIME_ZONE)),
                Set.copyOf(config.getList(REAUTHENTICATE_CODES)),
                Set.copyOf(config.getList(RETRY_CODES)));
    }
}
