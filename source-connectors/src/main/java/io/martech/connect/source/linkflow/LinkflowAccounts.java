package io.martech.connect.source.linkflow;

import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.config.LinkflowAccountKeys;
import java.time.ZoneOffset;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;

/** Reads from a configuration whose Linkflow account is read. */
final class LinkflowAccounts {

    private LinkflowAccounts() {}

    static LinkflowAccount of(AbstractConfig config) {
        return new LinkflowAccount(
                config.getString(LinkflowAccountKeys.URL),
                config.getString(LinkflowAccountKeys.APP_KEY),
                config.getPassword(LinkflowAccountKeys.APP_SECRET).value(),
                ZoneOffset.of(config.getString(LinkflowAccountKeys.TIME_ZONE)),
                Set.copyOf(config.getList(LinkflowAccountKeys.REAUTHENTICATE_CODES)),
                Set.copyOf(config.getList(LinkflowAccountKeys.RETRY_CODES)));
    }
}
