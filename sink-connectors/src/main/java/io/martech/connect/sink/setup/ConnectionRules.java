package io.martech.connect.sink.setup;

import io.martech.connect.client.ProxyAddress;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.sink.engine.ConfigRule;
import java.util.List;
import java.util.Optional;

/** What must hold for any platform to be reached. Each rule blames one key. */
public final class ConnectionRules {

    private ConnectionRules() {}

    public static List<ConfigRule> all() {
        return List.of(
                new ConfigRule(HttpKeys.PROXY_URL, ConnectionRules::proxyIsUsable),
                new ConfigRule(HttpKeys.RATE_LIMIT_PER_HOUR, ConnectionRules::oneRateLimit));
    }

    /** What is wrong, if making something of the values fails with a message for the user. */
    public static Optional<String> fault(Runnable use) {
        try {
            use.run();
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of(unusable.getMessage());
        }
    }

    private static Optional<String> proxyIsUsable(ConfigRule.Values values) {
        return values.isSet(HttpKeys.PROXY_URL)
                ? fault(() -> ProxyAddress.parse(values.text(HttpKeys.PROXY_URL)))
                : Optional.empty();
    }

    private static Optional<String> oneRateLimit(ConfigRule.Values values) {
        return values.number(HttpKeys.RATE_LIMIT_PER_HOUR) > 0 && values.number(HttpKeys.RATE_LIMIT_PER_SECOND) > 0
                ? Optional.of("Both limits are set: set one of " + HttpKeys.RATE_LIMIT_PER_HOUR + " and "
                        + HttpKeys.RATE_LIMIT_PER_SECOND + " to 0.")
                : Optional.empty();
    }
}
