package io.martech.connect.source.linkflow;

import io.martech.connect.source.engine.AlteredOffsets;
import io.martech.connect.source.strategy.PositionRules;

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
                                GroupMembersFeed.NAME.equals(resource) ? GroupMembersFeed.SLICE : null,
                                LinkflowListResources.NAMES.contains(resource)
                                        ? PositionRules::checkList
                                        : PositionRules::check))
                        .toList());
    }
}
