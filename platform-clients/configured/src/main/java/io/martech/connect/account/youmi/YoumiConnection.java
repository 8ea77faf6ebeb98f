package io.martech.connect.account.youmi;

import io.martech.connect.account.CredentialsTrial;
import io.martech.connect.account.HttpConfig;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.youmi.YoumiAccount;
import io.martech.connect.client.youmi.YoumiClients;
import io.martech.connect.options.YoumiAccountKeys;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How to reach Youmi, as the shared keys say.
 *
 * @param account whose lists, and with which credentials
 * @param http how requests are sent and repeated
 */
public record YoumiConnection(YoumiAccount account, HttpSettings http) {

    public static YoumiConnection from(AbstractConfig config) {
        return new YoumiConnection(account(config), HttpConfig.of(config));
    }

    public static CredentialsTrial<YoumiConnection> trial() {
        return new CredentialsTrial<>(
                YoumiConnection::from,
                connection -> YoumiClients.checkCredentials(connection.account, connection.http));
    }

    /** The same for a caller that retries by itself what was given up. */
    public YoumiConnection ofRetryingCaller() {
        return new YoumiConnection(account, http.ofRetryingCaller());
    }

    /** A client that makes no call before it is asked to. */
    public PlatformClient open(TimeSource time) {
        return YoumiClients.create(account, http, time);
    }

    private static YoumiAccount account(AbstractConfig config) {
        YoumiAccount.Leniency leniency = new YoumiAccount.Leniency(
                config.getString(YoumiAccountKeys.TOKEN_FIELD),
                config.getBoolean(YoumiAccountKeys.NULL_IS_EMPTY_LIST),
                Set.copyOf(config.getList(YoumiAccountKeys.REAUTHENTICATE_CODES)),
                Set.copyOf(config.getList(YoumiAccountKeys.RETRY_CODES)));
        return new YoumiAccount(
                config.getString(YoumiAccountKeys.URL),
                config.getString(YoumiAccountKeys.APP_ID),
                config.getPassword(YoumiAccountKeys.APP_KEY).value(),
                leniency);
    }
}
