package io.martech.connect.acme;

import io.martech.connect.options.HttpKeys;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.source.engine.SourceSettings;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The configuration of {@link AcmeSourceConnector}. */
final class AcmeSourceConfig extends AbstractConfig {

    static final String PLATFORM = "acme";

    private static final long POLL_INTERVAL_MS = 60_000;

    AcmeSourceConfig(Map<String, String> properties) {
        super(definition(), properties, false);
    }

    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        AcmeClient.define(definition);
        SourceKeys.defineWholeLists(definition, AcmeEndpoints.NAMES, POLL_INTERVAL_MS);
        HttpKeys.defineWithoutTrial(definition, HttpKeys.RETRIES_WITHOUT_END);
        return definition;
    }

    SourceSettings common() {
        return new SourceSettings(this, PLATFORM, ZoneOffset.UTC);
    }

    /** What an offset is only good for. */
    String scope() {
        return AcmeClient.URL + "=" + getString(AcmeClient.URL);
    }
}
