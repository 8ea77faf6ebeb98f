package io.martech.connect.source.linkflow;

import io.martech.connect.source.engine.Scope;
import io.martech.connect.source.engine.SourcePartitions;
import io.martech.connect.source.strategy.PositionRules;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/** Checks offsets that a person wants to store ({@code PATCH} or {@code DELETE /connectors/<name>/offsets}). */
final class LinkflowOffsets {

    private static final Set<String> PARTITION_FIELDS = Set.of(SourcePartitions.PLATFORM, SourcePartitions.RESOURCE);

    private final LinkflowSourceConfig config;

    LinkflowOffsets(LinkflowSourceConfig config) {
        this.config = config;
    }

    /**
     * @param offsets by source partition; a null offset takes the partition away
     * @throws ConnectException if a partition or an offset cannot be used; the message shows the right form
     */
    void check(Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            String resource = resourceOf(partition);
            if (offset != null) {
                PositionRules.check(resource, offset);
                Scope.check(resource, LinkflowScopes.of(config, resource), offset.get(Scope.KEY));
            }
        });
    }

    private static String resourceOf(Map<String, ?> partition) {
        boolean isKnown = partition != null
                && partition.keySet().equals(PARTITION_FIELDS)
                && LinkflowResources.PLATFORM.equals(partition.get(SourcePartitions.PLATFORM))
                && partition.get(SourcePartitions.RESOURCE) instanceof String resource
                && LinkflowResources.NAMES.contains(resource);
        if (!isKnown) {
            throw new ConnectException("The source partition " + partition + " is not one of this connector; it must be"
                    + " {\"platform\": \"linkflow\", \"resource\": \""
                    + String.join("\" or \"", LinkflowResources.NAMES)
                    + "\"}.");
        }
        return (String) partition.get(SourcePartitions.RESOURCE);
    }
}
