package io.martech.connect.sink.linkflow;

import io.martech.connect.client.ProxyAddress;
import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.config.LinkflowAccountKeys;
import io.martech.connect.sink.engine.ConfigRule;
import java.util.List;
import java.util.Optional;

/** What must hold for Linkflow to be reached; the same for every sink. Each rule blames one key. */
final class ConnectionRules {

    private ConnectionRules() {}

    static List<ConfigRule> all() {
        return List.of(
                new ConfigRule(LinkflowAccountKeys.URL, ConnectionRules::addressIsUsable),
                new ConfigRule(HttpKeys.PROXY_URL, ConnectionRules::proxyIsUsable),
                new ConfigRule(HttpKeys.RATE_LIMIT_PER_HOUR, ConnectionRules::oneRateLimit));
    }

    private static Optional<String> addressIsUsable(ConfigRule.Values values) {
        return fault(() -> LinkflowAccount.of(values.text(LinkflowAccountKeys.URL), "key", "secret"));
    }

    private static Optional<String> proxyIsUsable(ConfigRule.Values values) {
        return values.isSet(HttpKeys.PROXY_URL)
                ? fault(() -> ProxyAddress.parse(values.text(HttpKeys.PROXY_URL)))
                : Optional.empty();
    }

    private static Optional<String> fault(Runnable use) {
        try {
            use.run();
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of(unusable.getMessage());
        }
    }

    private static Optional<String> oneRateLimit(ConfigRule.Values values) {
        return values.number(HttpKeys.RATE_LIMIT_PER_HOUR) > 0 && values.number(HttpKeys.RATE_LIMIT_PER_SECOND) > 0
                ? Optional.of("Both limits are set: set either " + HttpKeys.RATE_LIMIT_PER_HOUR + " or "
                        + HttpKeys.RATE_LIMIT_PER_SECOND + ".")
                : Optional.empty();
    }
}
