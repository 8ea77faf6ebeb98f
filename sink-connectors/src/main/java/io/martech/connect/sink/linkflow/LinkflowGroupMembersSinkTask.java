package io.martech.connect.sink.linkflow;

import io.martech.connect.client.AdaptiveLimit;
import io.martech.connect.client.ClientVersion;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.config.HttpKeys;
import io.martech.connect.sink.engine.SinkEngine;
import io.martech.connect.sink.setup.SinkSettings;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Hands the life of a task on to the engine. */
public final class LinkflowGroupMembersSinkTask extends SinkTask {

    private SinkEngine<Membership> engine;

    @Override
    public void start(Map<String, String> props) {
        LinkflowGroupMembersConfig config = new LinkflowGroupMembersConfig(props);
        TimeSource time = TimeSource.system();
        LinkflowConnection connection = LinkflowConnection.from(config);
        AdaptiveLimit limit = new AdaptiveLimit(config.getInt(HttpKeys.MAX_IN_FLIGHT_REQUESTS), time);
        PlatformClient client = LinkflowClients.create(connection.account(), connection.http(), time, limit);
        engine = new SinkEngine<>(
                config.operation(client, time),
                client,
                limit::current,
                context,
                SinkSettings.from(config, props),
                time);
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        engine.open();
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        engine.put(records);
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
        return engine.preCommit(currentOffsets);
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        engine.close(partitions);
    }

    @Override
    public void stop() {
        if (engine != null) {
            engine.stop();
        }
    }

    @Override
    public String version() {
        return ClientVersion.current();
    }
}
