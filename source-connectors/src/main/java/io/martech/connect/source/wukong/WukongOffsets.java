package io.martech.connect.source.wukong;

import io.martech.connect.source.connector.AlteredOffsets;
import io.martech.connect.source.reader.daily.DailyReader;
import io.martech.connect.source.reader.offsets.CursorRules;
import io.martech.connect.source.reader.snapshot.SnapshotReader;
import java.util.List;

/** Checks offsets of a Wukong source that a person wants to store. */
final class WukongOffsets {

    private WukongOffsets() {}

    static AlteredOffsets rules(WukongSourceConfig config) {
        String scope = WukongResources.scope(config);
        return new AlteredOffsets(
                WukongResources.PLATFORM,
                List.of(
                        new AlteredOffsets.Rule(
                                WukongResources.LEADS, scope, DailyReader.SLICE, CursorRules::checkList),
                        new AlteredOffsets.Rule(
                                WukongResources.LISTS, scope, SnapshotReader.SLICE, CursorRules::checkList)));
    }
}
