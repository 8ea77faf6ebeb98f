package io.martech.connect.source.reader.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.martech.connect.source.engine.Cursor;
import io.martech.connect.source.engine.Slice;
import io.martech.connect.source.engine.SliceCursors;
import io.martech.connect.source.engine.StoredSlice;
import io.martech.connect.source.reader.emitted.RowVersion;
import io.martech.connect.source.reader.offsets.CursorRules;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LastVersionsTest {

    private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 1, 10, 0);
    private static final Steps NONE = new Steps(0, List.of());

    private final Map<Slice, Cursor> offsets = new HashMap<>();
    private int readings;

    private final SliceCursors stored = slices -> {
        readings++;
        Map<Slice, Cursor> found = new HashMap<>();
        slices.forEach(slice ->
                found.put(slice, offsets.getOrDefault(slice, Cursor.start().with("scope", "all"))));
        return found;
    };

    private LastVersions versions = LastVersions.load(stored, TEN, NONE, 0);

    @Test
    void everyRowIsKnownAgainHoweverItsIdsCome() {
        Random random = new Random(7);
        Map<Long, RowVersion> expected = new LinkedHashMap<>();
        List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= 3_000; id++) {
            ids.add(id * 1_000);
        }
        Collections.shuffle(ids.subList(1_000, 3_000), random);
        for (int i = 0; i < ids.size(); i++) {
            RowVersion version = new RowVersion(i % 3 == 0 ? null : TEN.plusSeconds(i), i % 2 == 0 ? null : i + 1L, i);
            expected.put(ids.get(i), version);
            versions.put(ids.get(i), version);
            if (i % 37 == 0) {
                store(versions.changed());
            }
        }
        store(versions.changed());

        LastVersions again = LastVersions.load(stored, TEN, versions.steps(), versions.count());
        expected.forEach(
                (id, version) -> assertThat(again.of(id)).as("row " + id).isEqualTo(version));
        assertThat(again.of(500)).isNull();
        assertThat(again.of(1_001)).isNull();
        assertThat(offsets.values())
                .hasSizeBetween(3_000 / VersionBucket.MOST_ROWS, 2 * 3_000 / VersionBucket.MOST_ROWS + 1)
                .allSatisfy(cursor ->
                        assertThat(cursor.toOffset().toString().length()).isLessThan(3 * 1024));
        offsets.forEach((slice, cursor) -> assertThatCode(() -> CursorRules.check("orders", cursor.toOffset()))
                .doesNotThrowAnyException());
    }

    @Test
    void whatLostChunksHavePutInIsForgottenForGood() {
        versions.put(1, version(1));
        store(versions.changed());
        Steps ofTheCursor = versions.steps();
        versions.put(1, version(2));
        store(versions.changed());

        versions = LastVersions.load(stored, TEN, ofTheCursor, 1);
        assertThat(versions.of(1))
                .as("put in by a unit that the position does not know")
                .isNull();
        Map<Slice, Cursor> withWhatWasLost = Map.copyOf(offsets);
        versions.put(500, version(3));
        versions.changed();
        Steps later = versions.steps();
        offsets.putAll(withWhatWasLost);
        assertThat(LastVersions.load(stored, TEN, later, versions.count()).of(1))
                .as("though units have been numbered beyond it")
                .isNull();
    }

    @Test
    void whatWasLostIsStoredNoMoreWithTheNextChunk() {
        versions.put(1, version(1));
        store(versions.changed());

        versions = LastVersions.load(stored, TEN, NONE, 1);
        versions.put(2, version(2));
        store(versions.changed());

        assertThat(VersionBucket.from(offsets.get(new Slice("bucket", "0"))).of(1))
                .isNull();
    }

    @Test
    void afterAResetNothingIsKnown() {
        versions.put(1, version(1));
        store(versions.changed());

        assertThat(LastVersions.load(stored, TEN.plusSeconds(1), versions.steps(), versions.count())
                        .of(1))
                .isNull();
    }

    /** Not exactly once, each bucket is stored on its own; what is behind a missing one must not fall away, nor come back older. */
    @Test
    void aMissingBucketIsEmptyAndTheOthersCount() {
        for (long id = 1; id <= 10L * VersionBucket.MOST_ROWS; id++) {
            versions.put(id, version(id));
        }
        store(versions.changed());
        offsets.remove(new Slice("bucket", "3"));

        LastVersions again = LastVersions.load(stored, TEN, versions.steps(), versions.count());
        assertThat(unknownOf(again)).isEqualTo(VersionBucket.MOST_ROWS);
        again.put(3L * VersionBucket.MOST_ROWS + 5, version(77));
        again.put(10L * VersionBucket.MOST_ROWS, version(78));
        store(again.changed());

        again = LastVersions.load(stored, TEN, again.steps(), again.count());
        assertThat(unknownOf(again)).isEqualTo(VersionBucket.MOST_ROWS - 1);
        assertThat(again.of(3L * VersionBucket.MOST_ROWS + 5)).isEqualTo(version(77));
        assertThat(again.of(10L * VersionBucket.MOST_ROWS)).isEqualTo(version(78));
    }

    /** Its chunk was lost, but its number of a chunk must not be used again. */
    @Test
    void aBucketThatTheCursorDoesNotKnowOfIsNotBelievedLater() {
        versions.put(1, version(1));
        store(versions.changed());
        versions = LastVersions.load(stored, TEN, NONE, 0);
        assertThat(versions.of(1)).isNull();
        Map<Slice, Cursor> withWhatWasLost = Map.copyOf(offsets);
        versions.put(500, version(2));
        versions.changed();

        offsets.putAll(withWhatWasLost);
        assertThat(LastVersions.load(stored, TEN, versions.steps(), versions.count())
                        .of(1))
                .isNull();
    }

    /** The worker died between the two halves: the upper one is stored twice. */
    @Test
    void aBucketThatWasHalvedInPartIsReadRight() {
        for (long id = 1; id <= VersionBucket.MOST_ROWS; id++) {
            versions.put(id * 10, version(id));
        }
        store(versions.changed());
        Cursor whole = offsets.get(new Slice("bucket", "0"));
        versions.put(15, version(7));
        versions.put(2_000, version(8));
        store(versions.changed());
        offsets.put(new Slice("bucket", "0"), whole);

        LastVersions again = LastVersions.load(stored, TEN, versions.steps(), versions.count());
        assertThat(again.of(2_000)).isEqualTo(version(8));
        again.put(16, version(9));
        again.put(17, version(10));
        store(again.changed());
        assertThat(LastVersions.load(stored, TEN, again.steps(), again.count()).of(2_000))
                .isEqualTo(version(8));
    }

    /** As windows may list new rows. */
    @Test
    void idsThatDescendMakeNoBucketsOfOneRow() {
        for (long id = 1; id <= VersionBucket.MOST_ROWS; id++) {
            versions.put(id, version(id));
        }
        store(versions.changed());
        for (long id = 5_000; id > 1_000; id--) {
            versions.put(id, version(id));
        }
        store(versions.changed());

        assertThat(offsets).hasSizeLessThan(2 * 4_000 / VersionBucket.MOST_ROWS);
        LastVersions again = LastVersions.load(stored, TEN, versions.steps(), versions.count());
        for (long id = 5_000; id > 1_000; id--) {
            assertThat(again.of(id)).as("row " + id).isEqualTo(version(id));
        }
    }

    /** Reading offsets means reading the topic of the offsets to its end. */
    @Test
    void aNewBucketReadsNoOffsets() {
        int before = readings;
        for (long id = 1; id <= 4_000; id++) {
            versions.put(id, version(id));
        }
        store(versions.changed());
        assertThat(readings - before).as("readings of offsets").isZero();
        assertThat(offsets.values())
                .allSatisfy(cursor -> assertThat(cursor.text("scope")).isEqualTo("all"));
    }

    private void store(List<StoredSlice> slices) {
        slices.forEach(slice -> offsets.put(slice.slice(), slice.cursor()));
    }

    private static long unknownOf(LastVersions versions) {
        return LongStream.rangeClosed(1, 10L * VersionBucket.MOST_ROWS)
                .filter(id -> versions.of(id) == null)
                .count();
    }

    private static RowVersion version(long hash) {
        return new RowVersion(TEN, 1L, hash);
    }
}
