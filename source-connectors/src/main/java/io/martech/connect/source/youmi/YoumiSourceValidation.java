package io.martech.connect.source.youmi;

import io.martech.connect.source.engine.SourceRules;
import java.util.Map;
import org.apache.kafka.common.config.Config;

/**
 * What a single key cannot tell. The credentials are not tried: nobody documents whether the token of a trial ends the one
 * that a running connector uses.
 */
final class YoumiSourceValidation {

    private YoumiSourceValidation() {}

    /**
     * @param config checked key by key already
     * @param properties what the user sent
     */
    static Config check(Config config, Map<String, String> properties) {
        SourceRules rules = new SourceRules(config);
        if (rules.hasNoErrors()) {
            YoumiSourceConfig parsed = new YoumiSourceConfig(properties);
            rules.refuseTwoQuotas(parsed);
            rules.refuseSharedProgressTopic(parsed.common(), YoumiResources.NAMES);
        }
        return config;
    }
}
