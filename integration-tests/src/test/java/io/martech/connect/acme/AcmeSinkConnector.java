package io.martech.connect.acme;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.Validation;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Writes customers into Acme. */
public final class AcmeSinkConnector extends PlatformSinkConnector {

    private static final int BATCH_SIZE_DEFAULT = 50;

    public AcmeSinkConnector() {
        super(
                AcmeSinkTask.class,
                definition(),
                AcmeSinkConnector::parse,
                new Validation(definition(), AcmeAccount.ACCESS.rulesWith(List.of()), AcmeAccount.ACCESS));
    }

    static AbstractConfig parse(Map<String, String> properties) {
        return new AbstractConfig(definition(), properties, false);
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        AcmeAccount.define(definition);
        SinkKeys.define(definition, "acme", BATCH_SIZE_DEFAULT);
        HttpOptions.defineWithoutTrial(definition);
        return definition;
    }
}
