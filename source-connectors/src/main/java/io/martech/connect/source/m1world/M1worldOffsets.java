package io.martech.connect.source.m1world;

import io.martech.connect.source.connector.AlteredOffsets;
import io.martech.connect.source.reader.counted.CountVerifiedEventReader;
import io.martech.connect.source.reader.offsets.CursorRules;
import io.martech.connect.source.reader.paged.PagedSnapshotReader;
import io.martech.connect.source.reader.snapshot.SnapshotReader;
import java.util.Map;
import java.util.function.BiConsumer;

/** Checks offsets of an M1world source that a person wants to store. */
final class M1worldOffsets {

    private M1worldOffsets() {}

    static AlteredOffsets rules(M1worldSourceConfig config) {
        return new AlteredOffsets(
                M1worldResources.PLATFORM,
                M1worldResources.NAMES.stream()
                        .map(name -> new AlteredOffsets.Rule(
                                name, M1worldResources.scope(config, name), sliceOf(name), checkOf(name)))
                        .toList());
    }

    private static String sliceOf(String resource) {
        return switch (resource) {
            case ContactsFeed.NAME -> PagedSnapshotReader.SLICE;
            case EmailEventsFeed.NAME -> CountVerifiedEventReader.SLICE;
            default -> SnapshotReader.SLICE;
        };
    }

    private static BiConsumer<String, Map<String, ?>> checkOf(String resource) {
        return switch (resource) {
            case ContactsFeed.NAME -> CursorRules::checkPasses;
            case EmailEventsFeed.NAME -> CursorRules::checkCounted;
            default -> CursorRules::checkList;
        };
    }
}
