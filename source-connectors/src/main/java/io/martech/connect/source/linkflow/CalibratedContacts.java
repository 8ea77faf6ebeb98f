package io.martech.connect.source.linkflow;

import io.martech.connect.schema.Progress;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.reader.emitted.RowTimes;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads contacts with the kind of window that the platform supports. Calibrates first, and stores the result in the
 * cursor; without a contact there is nothing to calibrate with, nor to read.
 */
final class CalibratedContacts implements Reader {

    static final String PRECISION = "window_precision";

    private final ContactWindowCalibration calibration;
    private final Map<WindowPrecision, Reader> readers;
    private final WindowPrecision configured;

    /**
     * @param times the update times of contacts
     * @param configured the configured precision, or null to detect it
     */
    CalibratedContacts(
            ContactsFeed feed, RowTimes times, Map<WindowPrecision, Reader> readers, WindowPrecision configured) {
        this.calibration = new ContactWindowCalibration(feed, times);
        this.readers = readers;
        this.configured = configured;
    }

    @Override
    public Optional<Chunk> next(Cursor cursor) {
        Optional<WindowPrecision> known = precisionOf(cursor);
        if (known.isPresent()) {
            return readers.get(known.get()).next(cursor);
        }
        return calibration
                .find()
                .map(found -> new Chunk(
                        List.of(),
                        cursor,
                        cursor.with(PRECISION, found.text()),
                        new ChunkStats(
                                Progress.Phase.CALIBRATE,
                                Progress.Pass.PROBE,
                                null,
                                null,
                                null,
                                null,
                                0,
                                null,
                                List.of())));
    }

    @Override
    public LocalDateTime completeUpTo(Cursor cursor) {
        return precisionOf(cursor)
                .map(precision -> readers.get(precision).completeUpTo(cursor))
                .orElse(null);
    }

    private Optional<WindowPrecision> precisionOf(Cursor cursor) {
        if (configured != null) {
            return Optional.of(configured);
        }
        String stored = cursor.text(PRECISION);
        return readers.keySet().stream()
                .filter(precision -> precision.text().equals(stored))
                .findFirst();
    }
}
