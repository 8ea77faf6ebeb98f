package io.martech.connect.source.chunk;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A way to read one resource. Called by one thread at a time.
 *
 * <p>Must be repeatable: if a call fails, the next one with the same cursor reads the same again and drops nothing.
 */
public interface Reader {

    /**
     * Reads the next chunk after the cursor, or nothing if all that was ready when this cycle began has been read. The
     * call after an empty answer begins a new cycle.
     *
     * @throws io.martech.connect.client.PlatformException if the platform cannot be read; nothing was skipped
     */
    Optional<Chunk> next(Cursor cursor);

    /**
     * Before which time, in the platform's zone, every change has been read by all passes once the cursor is reached;
     * null until backfill has ended.
     */
    LocalDateTime completeUpTo(Cursor cursor);
}
