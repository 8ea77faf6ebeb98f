package io.martech.connect.source.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What the engine needs to know of one resource of a platform.
 *
 * @param name its name in the configuration, in offsets and in progress records
 * @param scope what it is read with (address, filters, start time); a cursor read with another scope is refused
 * @param reader how it is read
 * @param records how its rows become records
 * @param pollInterval how long to rest when there is nothing more to read
 * @param warnings how many findings the user should look at, for the metrics
 */
public record Resource(
        String name, String scope, Reader reader, RowRecords records, Duration pollInterval, LongSupplier warnings) {

    /** A resource that has nothing to warn of. */
    public Resource(String name, String scope, Reader reader, RowRecords records, Duration pollInterval) {
        this(name, scope, reader, records, pollInterval, () -> 0);
    }
}
