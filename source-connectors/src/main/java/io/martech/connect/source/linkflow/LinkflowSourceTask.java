package io.martech.connect.source.linkflow;

import io.martech.connect.client.ClientVersion;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.linkflow.LinkflowClients;
import io.martech.connect.source.engine.ParallelRequests;
import io.martech.connect.source.engine.PlatformProgressRecords;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.ProgressRecords;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.SourcePartitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Lifecycle only: what it does is in {@link SourceEngine}. */
public final class LinkflowSourceTask extends SourceTask {

    private static final int DETAIL_REQUESTS_IN_FLIGHT = 4;

    private SourceEngine engine;
    private ParallelRequests parallel;

    @Override
    public String version() {
        return ClientVersion.current();
    }

    @Override
    public void start(Map<String, String> properties) {
        LinkflowSourceConfig config = new LinkflowSourceConfig(properties);
        TimeSource time = TimeSource.system();
        PlatformClient client = LinkflowClients.create(
                LinkflowClientSettings.account(config), LinkflowClientSettings.http(config), time);
        parallel = new ParallelRequests(Math.min(DETAIL_REQUESTS_IN_FLIGHT, config.maxInFlightRequests()));
        LinkflowResources linkflow = new LinkflowResources(config, client, parallel, time);
        List<Resource> resources = config.resources().stream().map(linkflow::of).toList();
        engine = new SourceEngine(
                LinkflowResources.PLATFORM, client, resources, positionsOf(resources), progress(config), time);
        engine.start();
    }

    private Map<String, Position> positionsOf(List<Resource> resources) {
        Map<String, Position> positions = new HashMap<>();
        for (Resource resource : resources) {
            Map<String, Object> offset = context.offsetStorageReader()
                    .offset(SourcePartitions.of(LinkflowResources.PLATFORM, resource.name()));
            positions.put(resource.name(), Position.fromOffset(offset));
        }
        return positions;
    }

    private static ProgressRecords progress(LinkflowSourceConfig config) {
        return config.progressIsEnabled()
                ? new PlatformProgressRecords(LinkflowResources.PLATFORM, config.progressTopic(), config.handling())
                : null;
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
            parallel.close();
        }
    }
}
