package io.martech.connect.acme;

import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;

/** A task of {@link AcmeSinkConnector}. */
public final class AcmeSinkTask extends PlatformSinkTask {

    public AcmeSinkTask() {
        super(AcmeSinkTask::definition);
    }

    private static SinkDefinition<AcmeCustomers.Customer> definition(Map<String, String> properties) {
        AbstractConfig config = AcmeSinkConnector.parse(properties);
        return new SinkDefinition<>(
                config,
                (time, limit) -> AcmeAccount.ACCESS.open(config, time, limit),
                (client, time) -> new AcmeCustomers());
    }
}
