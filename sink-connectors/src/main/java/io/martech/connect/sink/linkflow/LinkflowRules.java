package io.martech.connect.sink.linkflow;

import io.martech.connect.client.linkflow.LinkflowAccount;
import io.martech.connect.config.LinkflowAccountKeys;
import io.martech.connect.sink.engine.ConfigRule;
import io.martech.connect.sink.setup.ConnectionRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What must hold for every sink of Linkflow. Each rule blames one key. */
final class LinkflowRules {

    private LinkflowRules() {}

    /** @param own the rules of one sink, which are added */
    static List<ConfigRule> with(ConfigRule... own) {
        List<ConfigRule> rules = new ArrayList<>(ConnectionRules.all());
        rules.add(new ConfigRule(LinkflowAccountKeys.URL, LinkflowRules::addressIsUsable));
        rules.addAll(Arrays.asList(own));
        return List.copyOf(rules);
    }

    private static Optional<String> addressIsUsable(ConfigRule.Values values) {
        return ConnectionRules.fault(() -> LinkflowAccount.of(values.text(LinkflowAccountKeys.URL), "key", "secret"));
    }
}
