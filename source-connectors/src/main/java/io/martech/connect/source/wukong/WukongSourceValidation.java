package io.martech.connect.source.wukong;

import io.martech.connect.config.TokenStoreKeys;
import io.martech.connect.config.WukongAccountKeys;
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
            refuseTwoGrants(parsed, rules);
        }
        return config;
    }

    private static void refuseTwoGrants(WukongSourceConfig config, SourceRules rules) {
        boolean hasToken =
                !config.getPassword(WukongAccountKeys.REFRESH_TOKEN).value().isBlank();
        boolean hasCode = !config.getPassword(WukongAccountKeys.AUTHORIZATION_CODE)
                .value()
                .isBlank();
        boolean hasStore = !config.getString(TokenStoreKeys.PATH).isEmpty();
        if (hasToken && hasCode) {
            rules.addError(
                    WukongAccountKeys.AUTHORIZATION_CODE,
                    WukongAccountKeys.REFRESH_TOKEN + " is set too; only one of the two can begin.");
        }
        if (!hasToken && !hasCode && !hasStore) {
            rules.addError(
                    WukongAccountKeys.REFRESH_TOKEN,
                    "or " + WukongAccountKeys.AUTHORIZATION_CODE + " is needed to begin with, or " + TokenStoreKeys.PATH
                            + " with the tokens that bin/authorize has put there.");
        }
    }

    private static void refuseFilterOfTheOtherRevision(WukongSourceConfig config, SourceRules rules) {
        boolean isFirst = config.revision() == LeadsRevision.V1;
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
