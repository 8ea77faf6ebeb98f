package io.martech.connect.source.connector;

import io.martech.connect.source.engine.Scope;
import io.martech.connect.source.engine.SourcePartitions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.connect.errors.ConnectException;

/** Checks offsets that a person wants to store ({@code PATCH} or {@code DELETE /connectors/<name>/offsets}). */
public final class AlteredOffsets {

    private final String platform;
    private final List<Rule> rules;

    /** @param rules one per resource of the platform */
    public AlteredOffsets(String platform, List<Rule> rules) {
        this.platform = platform;
        this.rules = List.copyOf(rules);
    }

    /**
     * What the offsets of a resource must be.
     *
     * @param slice the field that names a slice in the source partition, or null if the resource has none
     * @param cursor checks an offset of the resource itself, given its name for messages
     * @param sliceCursor checks an offset of a slice likewise
     */
    public record Rule(
            String resource,
            String scope,
            String slice,
            BiConsumer<String, Map<String, ?>> cursor,
            BiConsumer<String, Map<String, ?>> sliceCursor) {

        /** A resource whose slices have cursors of the same form as its own. */
        public Rule(String resource, String scope, String slice, BiConsumer<String, Map<String, ?>> cursor) {
            this(resource, scope, slice, cursor, cursor);
        }

        private void check(boolean isSlice, Map<String, ?> offset) {
            (isSlice ? sliceCursor : cursor).accept(resource, offset);
        }
    }

    /**
     * @param offsets by source partition; a null offset takes the partition away, whosever it was
     * @throws ConnectException if a partition or an offset cannot be used; the message shows the right form
     */
    public void check(Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            // A reset takes all partitions away that are stored under the name, those of an earlier connector too.
            if (offset != null) {
                Rule rule = ruleOf(partition);
                rule.check(rule.slice != null && partition.containsKey(rule.slice), offset);
                Scope.check(rule.resource, rule.scope, offset.get(Scope.KEY));
            }
        });
    }

    private Rule ruleOf(Map<String, ?> partition) {
        return rules.stream()
                .filter(rule -> isPartitionOf(rule, partition))
                .findFirst()
                .orElseThrow(() -> new ConnectException("The source partition " + partition
                        + " is not one of this connector; it must be {\"platform\": \"" + platform
                        + "\", \"resource\": \""
                        + String.join(
                                "\" or \"", rules.stream().map(Rule::resource).toList()) + "\"}"
                        + slices() + "."));
    }

    private boolean isPartitionOf(Rule rule, Map<String, ?> partition) {
        if (partition == null
                || !platform.equals(partition.get(SourcePartitions.PLATFORM))
                || !rule.resource.equals(partition.get(SourcePartitions.RESOURCE))) {
            return false;
        }
        Set<String> others = new HashSet<>(partition.keySet());
        others.removeAll(Set.of(SourcePartitions.PLATFORM, SourcePartitions.RESOURCE));
        return others.isEmpty() || (others.equals(rule.slice == null ? null : Set.of(rule.slice)));
    }

    private String slices() {
        List<String> names = rules.stream()
                .filter(rule -> rule.slice != null)
                .map(rule -> rule.resource + " \"" + rule.slice + "\"")
                .toList();
        return names.isEmpty() ? "" : ", with one field more for a part of " + String.join(" and of ", names);
    }
}
