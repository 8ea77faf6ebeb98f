package io.martech.connect.acme;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.engine.SourceOptions;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@link AcmeSourceConnector}. */
final class AcmeSourceOptions extends SourceOptions {

    private static final long POLL_INTERVAL_MS = 60_000;

    AcmeSourceOptions(Map<String, String> properties) {
        super("acme", definition(), properties);
    }

    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        AcmeAccount.define(definition);
        SourceKeys.defineWholeLists(definition, SourceEndpoint.names(AcmeEndpoints.ALL), POLL_INTERVAL_MS);
        HttpOptions.defineWithoutTrial(definition);
        return definition;
    }

    @Override
    public ZoneOffset zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public String scope(String resource) {
        return AcmeAccount.URL + "=" + getString(AcmeAccount.URL);
    }
}
