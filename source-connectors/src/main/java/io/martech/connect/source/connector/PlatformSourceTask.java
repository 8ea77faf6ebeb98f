package io.martech.connect.source.connector;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.StoredCursors;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/**
 * The task of every source; forwards its lifecycle to the engine. Connect instantiates tasks by class without arguments,
 * so each source has a subclass, which only passes its definition.
 */
public abstract class PlatformSourceTask extends SourceTask {

    private final SourceDefinition<?> definition;
    private SourceEngine engine;

    protected PlatformSourceTask(SourceDefinition<?> definition) {
        this.definition = definition;
    }

    @Override
    public final void start(Map<String, String> properties) {
        StoredCursors stored = new StoredCursors(context.offsetStorageReader(), definition.platform());
        engine = definition.engine(properties, stored, TimeSource.system());
        engine.start(properties.getOrDefault("name", definition.platform()));
    }

    @Override
    public final List<SourceRecord> poll() throws InterruptedException {
        return engine.poll();
    }

    @Override
    public final void commitRecord(SourceRecord record, RecordMetadata metadata) {
        engine.confirm(record, metadata != null);
    }

    @Override
    public final void stop() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    public final String version() {
        return ClientVersion.current();
    }
}
