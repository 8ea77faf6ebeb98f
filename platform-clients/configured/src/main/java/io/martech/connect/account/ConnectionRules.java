package io.martech.connect.account;

import io.martech.connect.client.ProxyAddress;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.HttpKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What must hold for any platform to be reached. Each rule blames one key. */
public final class ConnectionRules {

    private ConnectionRules() {}

    /** @param own the rules of one platform, which are added */
    public static List<ConfigRule> with(ConfigRule... own) {
        List<ConfigRule> rules = new ArrayList<>(List.of(
                new ConfigRule(HttpKeys.PROXY_URL, ConnectionRules::proxyIsUsable),
                new ConfigRule(HttpKeys.RATE_LIMIT_PER_HOUR, ConnectionRules::onlyOneQuotaCounts),
                new ConfigRule(HttpKeys.RETRY_BACKOFF_MAX_MS, ConnectionRules::longestBackOffIsNotShorterThanFirst)));
        rules.addAll(Arrays.asList(own));
        return List.copyOf(rules);
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

    private static Optional<String> onlyOneQuotaCounts(ConfigRule.Values values) {
        return values.number(HttpKeys.RATE_LIMIT_PER_HOUR) > 0 && values.number(HttpKeys.RATE_LIMIT_PER_SECOND) > 0
                ? Optional.of("Both limits are set, and only one can apply: set " + HttpKeys.RATE_LIMIT_PER_HOUR
                        + " or " + HttpKeys.RATE_LIMIT_PER_SECOND + " to 0.")
                : Optional.empty();
    }

    private static Optional<String> longestBackOffIsNotShorterThanFirst(ConfigRule.Values values) {
        long first = values.number(HttpKeys.RETRY_BACKOFF_MS);
        return values.number(HttpKeys.RETRY_BACKOFF_MAX_MS) < first
                ? Optional.of("It must not be less than " + HttpKeys.RETRY_BACKOFF_MS + ", which is " + first + ".")
                : Optional.empty();
    }
}
