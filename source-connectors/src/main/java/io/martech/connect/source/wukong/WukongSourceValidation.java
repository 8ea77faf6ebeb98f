package io.martech.connect.source.wukong;

import io.martech.connect.source.engine.SourceRules;
import java.util.Map;
import org.apache.kafka.common.config.Config;

/**
 * What a single key cannot tell. The credentials are not tried: a token call may spend a one-time code or a refresh token.
 */
final class WukongSourceValidation {

    private WukongSourceValidation() {}

    /**
     * @param config checked key by key already
     * @param properties what the user sent
     */
    static Config check(Config config, Map<String, String> properties) {
        SourceRules rules = new SourceRules(config);
        if (rules.hasNoErrors()) {
            WukongSourceConfig parsed = new WukongSourceConfig(properties);
            rules.refuseTwoQuotas(parsed);
            rules.refuseSharedProgressTopic(parsed.common(), WukongResources.NAMES);
            refuseFilterOfTheOtherRevision(parsed, rules);
        }
        return config;
    }

    private static void refuseFilterOfTheOtherRevision(WukongSourceConfig config, SourceRules rules) {
        boolean isFirst = config.revision() == WukongRevision.V1;
        String unusable = isFirst ? WukongSourceConfig.LIST_IDS : WukongSourceConfig.UIDS;
        if (!config.getList(unusable).isEmpty()) {
            rules.addError(
                    unusable,
                    "cannot be used with this revision of the API, which filters leads by "
                            + config.revision().leadsFilter() + "; use "
                            + (isFirst ? WukongSourceConfig.UIDS : WukongSourceConfig.LIST_IDS)
                            + " or set wukong.api.revision.");
        }
    }
}
