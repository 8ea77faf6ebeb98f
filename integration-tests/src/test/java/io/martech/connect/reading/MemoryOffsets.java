package io.martech.connect.reading;

import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.engine.SourcePartitions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** What Connect has stored, as long as the test runs. */
public final class MemoryOffsets implements OffsetStorageReader {

    private final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();

    /** Stores where a chunk leads to, and what is stored beside it. */
    void store(String platform, String resource, Chunk chunk) {
        store(
                SourcePartitions.of(platform, resource, chunk.slice()),
                chunk.next().toOffset());
    }

    @SuppressWarnings("unchecked")
    public void store(Map<String, ?> partition, Map<String, ?> offset) {
        offsets.put(partition, (Map<String, Object>) offset);
    }

    /** Sets a time wherever it is stored, as a wrong clock or a person would. */
    void alter(String field, String text) {
        offsets.replaceAll((partition, offset) -> {
            Map<String, Object> altered = new HashMap<>(offset);
            altered.replace(field, text);
            return altered;
        });
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
