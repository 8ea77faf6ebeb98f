package io.martech.connect.acme;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.http.AttemptListener;
import io.martech.connect.source.connector.PlatformSourceTask;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.ListResources;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredCursors;
import java.util.Map;

/** A task of {@link AcmeSourceConnector}. */
public final class AcmeSourceTask extends PlatformSourceTask {

    public AcmeSourceTask() {
        super(AcmeSourceConfig.PLATFORM, AcmeSourceTask::engine);
    }

    private static SourceEngine engine(Map<String, String> properties, StoredCursors stored, TimeSource time) {
        AcmeSourceConfig config = new AcmeSourceConfig(properties);
        PlatformClient client = AcmeClient.open(config, time, AttemptListener.NONE);
        ListResources<AcmeSourceConfig> lists = new ListResources<>(config, config.common(), client, stored, time);
        return SourceEngine.reading(
                config.common(),
                name -> lists.of(ListEndpoint.named(name, AcmeEndpoints.ALL), config.scope()),
                client::close,
                stored,
                time);
    }
}
