package io.martech.connect.sink.linkflow.options;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.options.ConfigRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What must hold for every sink of Linkflow. Each rule blames one key. */
public final class LinkflowRules {

    private LinkflowRules() {}

    /** @param own the rules of one sink, which are added */
    public static List<ConfigRule> with(ConfigRule... own) {
        List<ConfigRule> rules = new ArrayList<>(LinkflowAccountOptions.ACCESS.rulesWith(List.of()));
        rules.addAll(Arrays.asList(own));
        return List.copyOf(rules);
    }
}
