package io.martech.connect.source.youmi;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredPositions;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Lifecycle only: what it does is in {@link SourceEngine}. */
public final class YoumiSourceTask extends SourceTask {

    private SourceEngine engine;

    @Override
    public String version() {
        return ClientVersion.current();
    }

    @Override
    public void start(Map<String, String> properties) {
        engine = YoumiSource.assemble(
                new YoumiSourceConfig(properties),
                new StoredPositions(context.offsetStorageReader(), YoumiResources.PLATFORM),
                TimeSource.system());
        engine.start(properties.getOrDefault("name", YoumiResources.PLATFORM));
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        return engine.poll();
    }

    @Override
    public void commitRecord(SourceRecord record, RecordMetadata metadata) {
        engine.confirm(record);
    }

    @Override
    public void stop() {
        if (engine != null) {
            engine.close();
        }
    }
}
