package io.martech.connect.source.reader.emitted;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.LocalTimes;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The update times of a resource's rows, in any form that the platform uses. A row whose time cannot be parsed is counted
 * and reported; a caller that selects rows by time must include it.
 */
public final class RowTimes {

    private static final Logger log = LoggerFactory.getLogger(RowTimes.class);

    private static final String FIELD = "lastUpdated";

    private final String resource;
    private final ZoneOffset zone;
    private final AtomicLong unreadable = new AtomicLong();

    /** @param zone the offset of times without one */
    public RowTimes(String resource, ZoneOffset zone) {
        this.resource = resource;
        this.zone = zone;
    }

    /** In the platform's zone; null if the row has none, or none that can be parsed. */
    public LocalDateTime updatedOf(JsonNode row) {
        return LocalTimes.timeOf(row.get(FIELD), zone);
    }

    /** The same of a row that is to be emitted: a time that cannot be parsed is reported. */
    public LocalDateTime updatedOfEmitted(JsonNode row) {
        LocalDateTime updated = updatedOf(row);
        if (updated == null && hasTime(row)) {
            report(row.get(FIELD));
        }
        return updated;
    }

    /** The version of a row that is to be emitted. */
    public RowVersion versionOf(JsonNode row) {
        return RowVersion.of(row, updatedOfEmitted(row));
    }

    /** Whether the row has a time, parseable or not. */
    public boolean hasTime(JsonNode row) {
        return row.hasNonNull(FIELD) && !row.get(FIELD).asText().isBlank();
    }

    /** How many rows had a time that could not be parsed. */
    public long unreadable() {
        return unreadable.get();
    }

    private void report(JsonNode time) {
        long count = unreadable.incrementAndGet();
        boolean isPowerOfTwo = (count & (count - 1)) == 0;
        if (isPowerOfTwo) {
            log.warn(
                    "{}: the update time '{}' cannot be read, {} rows so far. They are emitted all the same, but changes of such rows"
                            + " may be missed or repeated; further warnings are throttled.",
                    resource,
                    time.asText(),
                    count);
        }
    }
}
