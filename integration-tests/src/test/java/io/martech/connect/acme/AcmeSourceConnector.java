package io.martech.connect.acme;

import io.martech.connect.account.ConnectionRules;
import io.martech.connect.account.Validation;
import io.martech.connect.source.connector.PlatformSourceConnector;
import io.martech.connect.source.connector.SourceRules;
import io.martech.connect.source.endpoint.ListResources;

/** Reads Acme. */
public final class AcmeSourceConnector extends PlatformSourceConnector<AcmeSourceConfig> {

    public AcmeSourceConnector() {
        super(
                AcmeSourceTask.class,
                AcmeSourceConfig.definition(),
                AcmeSourceConfig::new,
                AcmeSourceConfig::common,
                config -> ListResources.offsetRules(
                        AcmeSourceConfig.PLATFORM, AcmeEndpoints.NAMES, name -> config.scope()),
                Validation.of(SourceRules.with(ConnectionRules.with(), AcmeEndpoints.NAMES)));
    }
}
