package io.martech.connect.sink.connector;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.engine.SinkEngine;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * The task of every sink; forwards its lifecycle to the engine. Connect instantiates tasks by class without arguments, so
 * each sink has a subclass, which only passes its definition.
 */
public abstract class PlatformSinkTask extends SinkTask {

    private final SinkDefinition<?> definition;
    private SinkEngine<?> engine;
    private SharedQuota share;

    protected PlatformSinkTask(SinkDefinition<?> definition) {
        this.definition = definition;
    }

    @Override
    public final void start(Map<String, String> props) {
        TimeSource time = TimeSource.system();
        share = new SharedQuota(props, time);
        engine = definition.engine(props, context, time);
    }

    @Override
    public final void open(Collection<TopicPartition> partitions) {
        engine.open();
    }

    @Override
    public final void put(Collection<SinkRecord> records) {
        share.observe(!context.assignment().isEmpty());
        engine.put(records);
    }

    @Override
    public final Map<TopicPartition, OffsetAndMetadata> preCommit(
            Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
        return engine.preCommit(currentOffsets);
    }

    @Override
    public final void close(Collection<TopicPartition> partitions) {
        engine.close(partitions);
    }

    @Override
    public final void stop() {
        if (engine != null) {
            engine.stop();
        }
    }

    @Override
    public final String version() {
        return ClientVersion.current();
    }
}
