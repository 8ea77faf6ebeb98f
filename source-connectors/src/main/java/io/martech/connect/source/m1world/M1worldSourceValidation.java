package io.martech.connect.source.m1world;

import io.martech.connect.client.CredentialsCheck;
import io.martech.connect.client.CredentialsResult;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.m1world.M1worldClients;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.config.M1worldAccountKeys;
import io.martech.connect.config.TokenStoreKeys;
import io.martech.connect.source.engine.HttpConfig;
import io.martech.connect.source.engine.SourceRules;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;

/**
 * What a single key cannot tell: rules between keys, and whether a fixed key works. An app's tokens are not tried, for a token
 * call may spend a one-time code or a refresh token.
 */
final class M1worldSourceValidation {

    private final CredentialsCheck credentials = new CredentialsCheck(TimeSource.system());

    /**
     * @param config checked key by key already
     * @param properties what the user sent
     */
    Config check(Config config, Map<String, String> properties) {
        SourceRules rules = new SourceRules(config);
        if (rules.hasNoErrors()) {
            M1worldSourceConfig parsed = new M1worldSourceConfig(properties);
            rules.refuseTwoQuotas(parsed);
            rules.refuseSharedProgressTopic(parsed.common(), M1worldResources.NAMES);
            checkAccount(parsed, rules);
            boolean isTried = M1worldAccounts.hasFixedKey(parsed) && parsed.getBoolean(HttpKeys.VALIDATE_CREDENTIALS);
            if (rules.hasNoErrors() && isTried) {
                tryKey(parsed, rules);
            }
        }
        return config;
    }

    private static void checkAccount(M1worldSourceConfig config, SourceRules rules) {
        boolean hasApp = !config.getString(M1worldAccountKeys.APP_KEY).isBlank();
        boolean hasSecret =
                !M1worldAccounts.secret(config, M1worldAccountKeys.APP_SECRET).isBlank();
        if (M1worldAccounts.hasFixedKey(config)) {
            if (hasApp || hasSecret) {
                rules.addError(
                        hasApp ? M1worldAccountKeys.APP_KEY : M1worldAccountKeys.APP_SECRET,
                        M1worldAccountKeys.TOKEN + " is set too; give a fixed key or an app.");
            }
            return;
        }
        if (!hasApp && !hasSecret) {
            rules.addError(
                    M1worldAccountKeys.TOKEN,
                    "is needed, or " + M1worldAccountKeys.APP_KEY + " and " + M1worldAccountKeys.APP_SECRET + ".");
            return;
        }
        if (!hasApp || !hasSecret) {
            rules.addError(
                    hasApp ? M1worldAccountKeys.APP_SECRET : M1worldAccountKeys.APP_KEY,
                    "is needed with " + (hasApp ? M1worldAccountKeys.APP_KEY : M1worldAccountKeys.APP_SECRET) + ".");
            return;
        }
        checkGrant(config, rules);
    }

    private static void checkGrant(M1worldSourceConfig config, SourceRules rules) {
        boolean hasToken = !M1worldAccounts.secret(config, M1worldAccountKeys.REFRESH_TOKEN)
                .isBlank();
        boolean hasCode = !M1worldAccounts.secret(config, M1worldAccountKeys.AUTHORIZATION_CODE)
                .isBlank();
        if (hasToken && hasCode) {
            rules.addError(
                    M1worldAccountKeys.AUTHORIZATION_CODE,
                    M1worldAccountKeys.REFRESH_TOKEN + " is set too; only one of the two can begin.");
        } else if (!hasToken
                && !hasCode
                && config.getString(TokenStoreKeys.PATH).isEmpty()) {
            rules.addError(
                    M1worldAccountKeys.REFRESH_TOKEN,
                    "or " + M1worldAccountKeys.AUTHORIZATION_CODE + " is needed to begin with, or "
                            + TokenStoreKeys.PATH + " with the tokens that bin/authorize has put there.");
        }
    }

    private void tryKey(M1worldSourceConfig config, SourceRules rules) {
        M1worldAccount account = M1worldAccounts.of(config);
        HttpSettings http = HttpConfig.of(config);
        CredentialsResult result =
                credentials.check(List.of(account, http), () -> M1worldClients.checkCredentials(account, http));
        if (!result.isAccepted()) {
            rules.addError(result.key(), result.message());
        }
    }
}
