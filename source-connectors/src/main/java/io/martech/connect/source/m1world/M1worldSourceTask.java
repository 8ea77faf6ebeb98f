package io.martech.connect.source.m1world;

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
public final class M1worldSourceTask extends SourceTask {

    private SourceEngine engine;

    @Override
    public String version() {
        return ClientVersion.current();
    }

    @Override
    public void start(Map<String, String> properties) {
        engine = M1worldSource.assemble(
                new M1worldSourceConfig(properties),
                new StoredPositions(context.offsetStorageReader(), M1worldResources.PLATFORM),
                TimeSource.system());
        engine.start(properties.getOrDefault("name", M1worldResources.PLATFORM));
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
