package io.martech.connect.source.linkflow;

import io.martech.connect.source.engine.AlteredOffsets;
import io.martech.connect.source.strategy.PositionRules;
import io.martech.connect.source.strategy.Rescans;

/** Checks offsets of a Linkflow source that a person wants to store. */
final class LinkflowOffsets {

    private LinkflowOffsets() {}

    static AlteredOffsets rules(LinkflowSourceConfig config) {
        return new AlteredOffsets(
                LinkflowResources.PLATFORM,
                LinkflowResources.NAMES.stream()
                        .map(resource -> new AlteredOffsets.Rule(
                                resource,
                                LinkflowScopes.of(config, resource),
                                sliceOf(resource),
                                LinkflowListResources.NAMES.contains(resource)
                                        ? PositionRules::checkList
                                        : PositionRules::check))
                        .toList());
    }

    private static String sliceOf(String resource) {
        if (GroupMembersFeed.NAME.equals(resource)) {
            return GroupMembersFeed.SLICE;
        }
        return LinkflowListResources.NAMES.contains(resource) ? null : Rescans.SLICE;
    }
}
