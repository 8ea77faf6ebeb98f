package io.martech.connect.sink.linkflow;

import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.config.LinkflowAccountKeys;
import io.martech.connect.sink.setup.CredentialsTrial;
import io.martech.connect.sink.setup.SinkHttp;
import java.time.ZoneOffset;
import java.util.HashSet;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * How to reach Linkflow, as the shared keys say.
 *
 * @param account whose data, and with which credentials
 * @param http how requests are sent and repeated
 */
record LinkflowConnection(LinkflowAccount account, HttpSettings http) {

    static LinkflowConnection from(AbstractConfig config) {
        return new LinkflowConnection(account(config), SinkHttp.from(config));
    }

    /** Tries the credentials; see {@link CredentialsTrial}. */
    static CredentialsTrial<LinkflowConnection> trial() {
        return new CredentialsTrial<>(
                LinkflowConnection::from,
                connection -> LinkflowClients.checkCredentials(connection.account(), connection.http()));
    }

    private static LinkflowAccount account(AbstractConfig config) {
        return new LinkflowAccount(
                config.getString(LinkflowAccountKeys.URL),
                config.getString(LinkflowAccountKeys.APP_KEY),
                config.getPassword(LinkflowAccountKeys.APP_SECRET).value(),
                ZoneOffset.of(config.getString(LinkflowAccountKeys.TIME_ZONE)),
                new HashSet<>(config.getList(LinkflowAccountKeys.REAUTHENTICATE_CODES)),
                new HashSet<>(config.getList(LinkflowAccountKeys.RETRY_CODES)));
    }
}
