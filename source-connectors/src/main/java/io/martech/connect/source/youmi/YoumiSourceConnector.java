package io.martech.connect.source.youmi;

import io.martech.connect.account.Validation;
import io.martech.connect.account.youmi.YoumiConnection;
import io.martech.connect.source.connector.PlatformSourceConnector;
import io.martech.connect.source.endpoint.ListResources;

/** Reads Youmi: seven lists, each as a whole, of which it emits what is new or has changed. One connector per account. */
public final class YoumiSourceConnector extends PlatformSourceConnector<YoumiSourceConfig> {

    public YoumiSourceConnector() {
        super(
                YoumiSourceTask.class,
                YoumiSourceConfig.definition(),
                YoumiSourceConfig::new,
                YoumiSourceConfig::common,
                config -> ListResources.offsetRules(
                        YoumiResources.PLATFORM, YoumiResources.NAMES, name -> YoumiResources.scope(config)),
                Validation.of(YoumiSourceRules.all(), YoumiSourceConfig::new, YoumiConnection.trial()));
    }
}
