package io.martech.connect.account.linkflow;

import io.martech.connect.account.ConnectionRules;
import io.martech.connect.account.CredentialsTrial;
import io.martech.connect.account.HttpConfig;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AdaptiveConcurrencyLimit;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.LinkflowAccountKeys;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How to reach Linkflow, as the shared keys say.
 *
 * @param account whose data, and with which credentials
 * @param http how requests are sent and repeated
 */
public record LinkflowConnection(LinkflowAccount account, HttpSettings http) {

    public static LinkflowConnection from(AbstractConfig config) {
        return new LinkflowConnection(account(config), HttpConfig.of(config));
    }

    /** What must hold between the keys. */
    public static List<ConfigRule> rules() {
        return ConnectionRules.with(new ConfigRule(
                LinkflowAccountKeys.URL,
                values -> ConnectionRules.fault(
                        () -> LinkflowAccount.of(values.text(LinkflowAccountKeys.URL), "key", "secret"))));
    }

    public static CredentialsTrial<LinkflowConnection> trial() {
        return new CredentialsTrial<>(
                LinkflowConnection::from,
                connection -> LinkflowClients.checkCredentials(connection.account, connection.http));
    }

    /** The same for a caller that retries by itself what was given up. */
    public LinkflowConnection ofRetryingCaller() {
        return new LinkflowConnection(account, http.ofRetryingCaller());
    }

    /** A client that makes no call before it is asked to. */
    public PlatformClient open(TimeSource time) {
        return LinkflowClients.create(account, http, time);
    }

    /** @param limit learns from each answer how many requests the platform bears at once */
    public PlatformClient open(TimeSource time, AdaptiveConcurrencyLimit limit) {
        return LinkflowClients.create(account, http, time, limit);
    }

    private static LinkflowAccount account(AbstractConfig config) {
        return new LinkflowAccount(
                config.getString(LinkflowAccountKeys.URL),
                config.getString(LinkflowAccountKeys.APP_KEY),
                config.getPassword(LinkflowAccountKeys.APP_SECRET).value(),
                ZoneOffset.of(config.getString(LinkflowAccountKeys.TIME_ZONE)),
                Set.copyOf(config.getList(LinkflowAccountKeys.REAUTHENTICATE_CODES)),
                Set.copyOf(config.getList(LinkflowAccountKeys.RETRY_CODES)));
    }
}
