package io.martech.connect.source.connector;

import io.martech.connect.client.TimeSource;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.engine.Scope;
import io.martech.connect.source.engine.SourceOptions;
import io.martech.connect.source.engine.SourcePartitions;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/** Validates offsets that a user wants to store ({@code PATCH} or {@code DELETE /connectors/<name>/offsets}). */
public record AlteredOffsets<C extends SourceOptions>(
        C options, List<? extends SourceEndpoint<C>> endpoints, TimeSource time) {

    /**
     * @param offsets by source partition; a null offset deletes the partition, known or not
     * @throws ConnectException if a partition or an offset is invalid; the message shows the correct form
     */
    public void check(Map<Map<String, ?>, Map<String, ?>> offsets) {
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), options.zone());
        offsets.forEach((partition, offset) -> {
            // A reset deletes all partitions stored under the connector's name, including those of an earlier
            // connector.
            if (offset != null) {
                SourceEndpoint<C> endpoint = endpointOf(partition);
                String name = endpoint.name();
                endpoint.offsets().check(name, offset, now);
                Scope.check(name, options.scope(name), offset.get(Scope.KEY));
            }
        });
    }

    private SourceEndpoint<C> endpointOf(Map<String, ?> partition) {
        for (SourceEndpoint<C> endpoint : endpoints) {
            if (isPartitionOf(endpoint, partition)) {
                return endpoint;
            }
        }
        throw new ConnectException("The source partition " + partition
                + " is not one of this connector; it must be {\"platform\": \"" + options.platform()
                + "\", \"resource\": \"" + String.join("\" or \"", SourceEndpoint.names(endpoints)) + "\"}" + slices()
                + ".");
    }

    private boolean isPartitionOf(SourceEndpoint<C> endpoint, Map<String, ?> partition) {
        if (partition == null
                || !options.platform().equals(partition.get(SourcePartitions.PLATFORM))
                || !endpoint.name().equals(partition.get(SourcePartitions.RESOURCE))) {
            return false;
        }
        Set<String> others = new HashSet<>(partition.keySet());
        others.removeAll(Set.of(SourcePartitions.PLATFORM, SourcePartitions.RESOURCE));
        return others.isEmpty() || (endpoint.slice() != null && others.equals(Set.of(endpoint.slice())));
    }

    private String slices() {
        List<String> names = endpoints.stream()
                .filter(endpoint -> endpoint.slice() != null)
                .map(endpoint -> endpoint.name() + " \"" + endpoint.slice() + "\"")
                .toList();
        return names.isEmpty() ? "" : ", with one field more for a part of " + String.join(" and of ", names);
    }
}
