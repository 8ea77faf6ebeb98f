package io.martech.connect.account.youmi;

import io.martech.connect.account.PlatformAccess;
import io.martech.connect.client.youmi.YoumiAccount;
import io.martech.connect.client.youmi.YoumiClients;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.UrlValidator;
import io.martech.connect.options.Validators;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of a Youmi account, and of what to assume where its documentation is silent. */
public final class YoumiAccountOptions {

    public static final String URL = "youmi.url";
    public static final String APP_ID = "youmi.app.id";
    public static final String APP_KEY = "youmi.app.key";
    public static final String TOKEN_FIELD = "youmi.token.field";
    public static final String NULL_IS_EMPTY_LIST = "youmi.null.is.empty.list";
    public static final String REAUTHENTICATE_CODES = "youmi.reauthenticate.codes";
    public static final String RETRY_CODES = "youmi.retry.codes";

    public static final String URL_DEFAULT = "http://api10.agsoft.net:5001/publicapi/v1";

    /** How an account is reached; the same for every Youmi connector. */
    public static final PlatformAccess<YoumiAccount> ACCESS = new PlatformAccess<>(
            "youmi", YoumiAccountOptions::account, rules(), YoumiClients::create, YoumiClients::checkCredentials);

    private YoumiAccountOptions() {}

    public static void define(ConfigDef definition) {
        OptionGroup group = new OptionGroup(definition, "Youmi account");
        defineAccount(group);
        defineAnswers(group);
    }

    private static void defineAccount(OptionGroup group) {
        group.text(URL, URL_DEFAULT)
                .check(UrlValidator.ofPlatform(URL_DEFAULT))
                .high()
                .named("Base URL")
                .doc("Base URL of the Youmi API, including /publicapi/v1. The default is the shared server; many"
                        + " merchants have a server of their own: http://<your server>:5001/publicapi/v1. With http"
                        + " the token and all data travel unencrypted; use https if your server supports it.")
                .text(APP_ID, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.credential())
                .high()
                .named("App id")
                .doc("The AppId issued by Youmi. Use one per connector if possible: whether a token requested by"
                        + " another client invalidates this one's is undocumented.")
                .secret(APP_KEY, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.credential())
                .high()
                .named("App key")
                .doc("The key of that AppId, used to sign requests. Keep it out of the connector JSON with a"
                        + " configuration provider: ${file:/path/to/secrets.properties:youmi.app.key}.");
    }

    private static void defineAnswers(OptionGroup group) {
        group.text(TOKEN_FIELD, "access_token")
                .check(Validators.credential())
                .low()
                .named("Token field")
                .doc("Field of the token response that holds the token. It is undocumented; if it is a different"
                        + " one, the error lists the fields of the response.")
                .flag(NULL_IS_EMPTY_LIST, false)
                .low()
                .named("Null as empty list")
                .doc("Treat a successful response with null in place of the list as an empty list. This is"
                        + " undocumented, so it is an error by default: an error must never look like an empty list.")
                .list(REAUTHENTICATE_CODES, "")
                .check(Validators.errorCodes())
                .low()
                .named("Error codes: invalid token")
                .doc("Error codes (errmsg) that mean an invalid token, in addition to the documented 10003 and"
                        + " 10011.")
                .list(RETRY_CODES, "")
                .check(Validators.errorCodes())
                .low()
                .named("Error codes: retry")
                .doc("Error codes (errmsg) to retry, in addition to the documented 200011.");
    }

    private static List<ConfigRule> rules() {
        return List.of();
    }

    /** The account in a configuration. */
    public static YoumiAccount account(AbstractConfig config) {
        YoumiAccount.Leniency leniency = new YoumiAccount.Leniency(
                config.getString(TOKEN_FIELD),
                config.getBoolean(NULL_IS_EMPTY_LIST),
                Set.copyOf(config.getList(REAUTHENTICATE_CODES)),
                Set.copyOf(config.getList(RETRY_CODES)));
        return new YoumiAccount(
                config.getString(URL),
                config.getString(APP_ID),
                config.getPassword(APP_KEY).value(),
                leniency);
    }
}
