package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
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
 * @param accountField the field of a row that names the account that it belongs to; null if rows name none
 * @param client sends all its requests, and holds the rows that lack what they would be read in order by
 * @param warnings how many findings the user should check, for the metrics
 */
public record Resource(
        String name,
        String scope,
        Reader reader,
        RowRecords records,
        Duration pollInterval,
        String accountField,
        RequestCounter client,
        LongSupplier warnings) {

    /** A resource whose rows name no account. */
    public Resource(
            String name,
            String scope,
            Reader reader,
            RowRecords records,
            Duration pollInterval,
            RequestCounter client,
            LongSupplier warnings) {
        this(name, scope, reader, records, pollInterval, null, client, warnings);
    }

    /** A resource whose reader itself finds nothing to warn of. */
    public Resource(
            String name,
            String scope,
            Reader reader,
            RowRecords records,
            Duration pollInterval,
            RequestCounter client) {
        this(name, scope, reader, records, pollInterval, client, client::warnings);
    }

    /** The same, where a field of each row names the account that it belongs to. */
    public Resource ofAccountIn(String field) {
        return new Resource(name, scope, reader, records, pollInterval, field, client, warnings);
    }
}
