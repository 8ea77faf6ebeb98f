package io.martech.connect.source.youmi;

import io.martech.connect.source.engine.AlteredOffsets;
import io.martech.connect.source.reader.offsets.CursorRules;
import io.martech.connect.source.reader.snapshot.SnapshotReader;

/** Checks offsets of a Youmi source that a person wants to store. */
final class YoumiOffsets {

    private YoumiOffsets() {}

    static AlteredOffsets rules(YoumiSourceConfig config) {
        return new AlteredOffsets(
                YoumiResources.PLATFORM,
                YoumiResources.NAMES.stream()
                        .map(name -> new AlteredOffsets.Rule(
                                name, YoumiResources.scope(config), SnapshotReader.SLICE, CursorRules::checkList))
                        .toList());
    }
}
