package io.martech.connect.acme;

import io.martech.connect.account.ConnectionRules;
import io.martech.connect.account.Validation;
import io.martech.connect.options.HttpKeys;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Writes customers into Acme. */
public final class AcmeSinkConnector extends PlatformSinkConnector {

    private static final int BATCH_SIZE_DEFAULT = 50;

    public AcmeSinkConnector() {
        super(AcmeSinkTask.class, definition(), AcmeSinkConnector::parse, Validation.of(ConnectionRules.with()));
    }

    static AbstractConfig parse(Map<String, String> properties) {
        return new AbstractConfig(definition(), properties, false);
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        AcmeClient.define(definition);
        SinkKeys.define(definition, "acme", BATCH_SIZE_DEFAULT);
        HttpKeys.defineWithoutTrial(definition, HttpKeys.RETRIES_WITHOUT_END);
        return definition;
    }
}
