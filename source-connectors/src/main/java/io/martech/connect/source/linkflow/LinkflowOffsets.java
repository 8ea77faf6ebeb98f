package io.martech.connect.source.linkflow;

import io.martech.connect.client.TimeSource;
import io.martech.connect.source.engine.AlteredOffsets;
import io.martech.connect.source.strategy.PositionRules;
import io.martech.connect.source.strategy.Rescans;
import java.time.LocalDateTime;

/** Checks offsets of a Linkflow source that a person wants to store. */
final class LinkflowOffsets {

    private LinkflowOffsets() {}

    static AlteredOffsets rules(LinkflowSourceConfig config) {
        return rules(config, TimeSource.system());
    }

    /** @param time the worker's, for the platform's is not known without a call */
    static AlteredOffsets rules(LinkflowSourceConfig config, TimeSource time) {
        return new AlteredOffsets(
                LinkflowResources.PLATFORM,
                LinkflowResources.NAMES.stream()
                        .map(resource -> new AlteredOffsets.Rule(
                                resource,
                                LinkflowScopes.of(config, resource),
                                sliceOf(resource),
                                LinkflowListResources.NAMES.contains(resource)
                                        ? PositionRules::checkList
                                        : (name, offset) -> PositionRules.check(
                                                name, offset, LocalDateTime.ofInstant(time.now(), config.zone()))))
                        .toList());
    }

    private static String sliceOf(String resource) {
        if (GroupMembersFeed.NAME.equals(resource)) {
            return GroupMembersFeed.SLICE;
        }
        return LinkflowListResources.NAMES.contains(resource) ? null : Rescans.SLICE;
    }
}
