package io.martech.connect.source.linkflow;

import io.martech.connect.source.engine.AlteredOffsets;
import io.martech.connect.source.strategy.PositionRules;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/** Checks offsets of a Linkflow source that a person wants to store. */
final class LinkflowOffsets {

    private final AlteredOffsets rules;

    LinkflowOffsets(LinkflowSourceConfig config) {
        this.rules = new AlteredOffsets(
                LinkflowResources.PLATFORM,
                LinkflowResources.NAMES.stream()
                        .map(resource -> new AlteredOffsets.Rule(
                                resource,
                                LinkflowScopes.of(config, resource),
                                GroupMembersFeed.NAME.equals(resource) ? GroupMembersFeed.SLICE : null,
                                LinkflowListResources.NAMES.contains(resource)
                                        ? PositionRules::checkList
                                        : PositionRules::check))
                        .toList());
    }

    /**
     * @param offsets by source partition; a null offset takes the partition away
     * @throws ConnectException if a partition or an offset cannot be used; the message shows the right form
     */
    void check(Map<Map<String, ?>, Map<String, ?>> offsets) {
        rules.check(offsets);
    }
}
