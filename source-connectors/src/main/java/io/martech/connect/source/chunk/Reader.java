package io.martech.connect.source.chunk;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Reads one resource in one particular way. Called by one thread at a time.
 *
 * <p>Must be repeatable: if a call fails, the next one with the same cursor reads the same rows again and drops none.
 */
public interface Reader {

    /**
     * Reads the next chunk after the cursor; empty if everything that was available when this cycle began has been read.
     * The call after an empty result begins a new cycle.
     *
     * @throws io.martech.connect.client.PlatformException if the platform cannot be read; nothing was skipped
     */
    Optional<Chunk> next(Cursor cursor);

    /**
     * The time, in the platform's zone, before which all passes have read every change once this cursor is reached; null
     * until the backfill has ended.
     */
    LocalDateTime completeUpTo(Cursor cursor);
}
