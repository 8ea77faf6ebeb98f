package io.martech.connect.source.reader.resync;

import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.reader.emitted.KeyedHashes;
import io.martech.connect.source.reader.emitted.RowFingerprints;
import io.martech.connect.source.reader.emitted.RowVersion;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;

/** The version that was emitted last of each row, for rows of neighbouring ids: as many as fit into a small cursor. */
public final class VersionBucket {

    /** A changed row costs its whole bucket in the offsets topic: some 2 KB. */
    static final int MOST_ROWS = 32;

    public static final String HASHES = KeyedHashes.ROWS;
    public static final String UPDATED = "rows_updated";
    public static final String VERS = "rows_ver";
    public static final String STEPS = "rows_step";

    private final TreeMap<Long, RowVersion> byId = new TreeMap<>();
    private final TreeMap<Long, Long> steps = new TreeMap<>();

    /** @throws IllegalArgumentException if the cursor does not hold what {@link #addTo} wrote */
    static VersionBucket from(Cursor cursor) {
        RowFingerprints updated = RowFingerprints.parse(cursor.text(UPDATED));
        RowFingerprints vers = RowFingerprints.parse(cursor.text(VERS));
        VersionBucket bucket = new VersionBucket();
        bucket.steps.putAll(RowFingerprints.parse(cursor.text(STEPS)).byId());
        RowFingerprints.parse(cursor.text(HASHES))
                .byId()
                .forEach((id, hash) ->
                        bucket.byId.put(id, new RowVersion(timeOrNull(updated.of(id)), vers.of(id), hash)));
        return bucket;
    }

    Cursor addTo(Cursor cursor) {
        RowFingerprints hashes = new RowFingerprints();
        RowFingerprints updated = new RowFingerprints();
        RowFingerprints vers = new RowFingerprints();
        RowFingerprints ofSteps = new RowFingerprints();
        steps.forEach(ofSteps::put);
        byId.forEach((id, version) -> {
            hashes.put(id, version.hash());
            if (version.lastUpdated() != null) {
                updated.put(id, version.lastUpdated().toEpochSecond(ZoneOffset.UTC));
            }
            if (version.ver() != null) {
                vers.put(id, version.ver());
            }
        });
        return cursor.with(HASHES, hashes.text())
                .with(UPDATED, updated.text())
                .with(VERS, vers.text())
                .with(STEPS, ofSteps.text());
    }

    /** The version emitted last, or null if the row is not known here. */
    RowVersion of(long id) {
        return byId.get(id);
    }

    /** @param step the chunk with which it is emitted */
    void put(long id, RowVersion version, long step) {
        byId.put(id, version);
        steps.put(id, step);
    }

    boolean hasRoomFor(long id) {
        return byId.size() < MOST_ROWS || byId.containsKey(id);
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    long firstId() {
        return byId.firstKey();
    }

    long lastId() {
        return byId.lastKey();
    }

    /** Forgets what was put in by chunks that were lost; says whether there was any. */
    boolean forgetLost(Steps known) {
        boolean hasLost = byId.keySet().removeIf(id -> known.isLost(steps.getOrDefault(id, 0L)));
        steps.keySet().retainAll(byId.keySet());
        return hasLost;
    }

    long highestStep() {
        return steps.values().stream().mapToLong(step -> step).max().orElse(0);
    }

    /** Forgets the rows from that id on. */
    void forgetFrom(long id) {
        byId.tailMap(id).clear();
        steps.tailMap(id).clear();
    }

    /** Takes the upper half of the rows out, into a bucket of their own. */
    VersionBucket upperHalf() {
        VersionBucket upper = new VersionBucket();
        long middle = List.copyOf(byId.keySet()).get(byId.size() / 2);
        upper.byId.putAll(byId.tailMap(middle));
        upper.steps.putAll(steps.tailMap(middle));
        forgetFrom(middle);
        return upper;
    }

    /** Any fixed offset does: it is taken back in the same way. */
    private static LocalDateTime timeOrNull(Long second) {
        return second == null ? null : LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    }
}
