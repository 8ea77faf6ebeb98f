package io.martech.connect.source.linkflow;

import io.martech.connect.client.TimeSource;
import io.martech.connect.source.connector.AlteredOffsets;
import io.martech.connect.source.reader.offsets.CursorRules;
import io.martech.connect.source.reader.snapshot.SnapshotReader;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.BiConsumer;

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
                                formOf(resource, config, time)))
                        .toList());
    }

    private static BiConsumer<String, Map<String, ?>> formOf(
            String resource, LinkflowSourceConfig config, TimeSource time) {
        if (TagExportsFeed.NAME.equals(resource)) {
            return (name, offset) -> CursorRules.checkExports(name, offset, now(config, time));
        }
        if (LinkflowListResources.NAMES.contains(resource)) {
            return CursorRules::checkList;
        }
        return (name, offset) -> CursorRules.checkComplete(name, offset, now(config, time));
    }

    private static LocalDateTime now(LinkflowSourceConfig config, TimeSource time) {
        return LocalDateTime.ofInstant(time.now(), config.zone());
    }

    private static String sliceOf(String resource) {
        if (GroupMembersFeed.NAME.equals(resource)) {
            return GroupMembersFeed.SLICE;
        }
        if (TagExportsFeed.NAME.equals(resource)) {
            return TagExportsFeed.SLICE;
        }
        return LinkflowListResources.NAMES.contains(resource) ? SnapshotReader.SLICE : null;
    }
}
