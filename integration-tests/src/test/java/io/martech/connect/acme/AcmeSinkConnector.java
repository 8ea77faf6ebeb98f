package io.martech.connect.acme;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Writes customers into Acme. */
public final class AcmeSinkConnector extends PlatformSinkConnector {

    private static final int BATCH_SIZE_DEFAULT = 50;

    static final SinkDefinition<AbstractConfig> DEFINITION = new SinkDefinition<>(
            AcmeAccount.ACCESS,
            options(),
            List.of(),
            properties -> new AbstractConfig(options(), properties, false),
            (options, client, time) -> new AcmeCustomers());

    public AcmeSinkConnector() {
        super(DEFINITION, Task.class);
    }

    private static ConfigDef options() {
        ConfigDef definition = new ConfigDef();
        AcmeAccount.define(definition);
        SinkKeys.define(definition, "acme", BATCH_SIZE_DEFAULT);
        HttpOptions.defineWithoutTrial(definition);
        return definition;
    }

    /** Its task. */
    public static final class Task extends PlatformSinkTask {

        public Task() {
            super(DEFINITION);
        }
    }
}
