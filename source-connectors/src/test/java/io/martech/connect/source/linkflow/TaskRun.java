package io.martech.connect.source.linkflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A task as a worker runs it: what it returns is confirmed, the last offsets are stored. */
final class TaskRun implements AutoCloseable {

    private final LinkflowSourceConnector.Task task = new LinkflowSourceConnector.Task();
    private final Map<Map<String, ?>, Map<String, Object>> stored = new HashMap<>();

    TaskRun(Map<String, String> properties) {
        this(properties, Map.of());
    }

    /** @param stored offsets by source partition, as an earlier run left them */
    TaskRun(Map<String, String> properties, Map<Map<String, ?>, Map<String, Object>> stored) {
        this.stored.putAll(stored);
        task.initialize(context(properties));
        task.start(properties);
    }

    /** What one poll returned; null if nothing. */
    List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> records = task.poll();
        if (records != null) {
            for (SourceRecord record : records) {
                stored.put(record.sourcePartition(), new HashMap<>(record.sourceOffset()));
                task.commitRecord(record, null);
            }
        }
        return records;
    }

    /** Everything until nothing came for a second. */
    List<SourceRecord> pollAll() throws InterruptedException {
        List<SourceRecord> all = new ArrayList<>();
        for (List<SourceRecord> records = poll(); records != null; records = poll()) {
            all.addAll(records);
        }
        return all;
    }

    Map<Map<String, ?>, Map<String, Object>> stored() {
        return stored;
    }

    @Override
    public void close() {
        task.stop();
    }

    private SourceTaskContext context(Map<String, String> properties) {
        return new SourceTaskContext() {
            @Override
            public Map<String, String> configs() {
                return properties;
            }

            @Override
            public OffsetStorageReader offsetStorageReader() {
                return reader();
            }
        };
    }

    private OffsetStorageReader reader() {
        return new OffsetStorageReader() {
            @Override
            public <T> Map<String, Object> offset(Map<String, T> partition) {
                return stored.get(partition);
            }

            @Override
            public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
                partitions.forEach(partition -> found.put(partition, stored.get(partition)));
                return found;
            }
        };
    }
}
