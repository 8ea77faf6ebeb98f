package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Slice;
import java.util.HashMap;
import java.util.Map;

/**
 * The source partition of a resource: one name, the same for its data and its progress records.
 *
 * <p>Connect stores a partition as JSON text, in the iteration order of the map, and finds an offset only by the
 * identical text. The order of {@code Map.of} differs between JVMs: a restarted worker would miss the offset and read
 * everything again. That of a HashMap is stable, and it is what Connect itself uses for altered offsets.
 */
public final class SourcePartitions {

    public static final String PLATFORM = "platform";
    public static final String RESOURCE = "resource";

    private SourcePartitions() {}

    /** The partition of one slice; null for the whole resource. */
    public static Map<String, String> of(String platform, String resource, Slice slice) {
        Map<String, String> partition = of(platform, resource);
        if (slice != null) {
            partition.put(slice.name(), slice.value());
        }
        return partition;
    }

    public static Map<String, String> of(String platform, String resource) {
        Map<String, String> partition = new HashMap<>();
        partition.put(PLATFORM, platform);
        partition.put(RESOURCE, resource);
        return partition;
    }
}
