package io.martech.connect.reading;

import io.martech.connect.source.engine.SourcePartitions;
import io.martech.connect.source.engine.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** What Connect has stored, as long as the test runs. */
final class MemoryOffsets implements OffsetStorageReader {

    private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();

    /** Stores where a unit leads to, and what is stored beside it. */
    void store(String platform, String resource, Unit unit) {
        store(SourcePartitions.of(platform, resource, unit.slice()), unit.next().toOffset());
        unit.beside()
                .forEach(beside -> store(
                        SourcePartitions.of(platform, resource, beside.slice()),
                        beside.position().toOffset()));
    }

    @SuppressWarnings("unchecked")
    void store(Map<String, ?> partition, Map<String, ?> offset) {
        offsets.put(partition, (Map<String, Object>) offset);
    }

    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
        return offsets.get(partition);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
        partitions.forEach(partition -> found.put(partition, offset(partition)));
        return found;
    }
}
