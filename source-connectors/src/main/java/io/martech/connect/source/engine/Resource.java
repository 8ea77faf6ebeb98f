package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What the engine needs to know about one resource of a platform.
 *
 * @param name its name in the configuration, in offsets and in progress records
 * @param scope the settings that its offsets depend on (address, filters, start time); a cursor with another scope is
 *     rejected
 * @param reader reads it
 * @param records converts its rows to records
 * @param pollInterval how long to wait when there is nothing more to read
 * @param accountField the field of a row that names the account that it belongs to; null if rows name none
 * @param client sends all its requests, and holds the rows that lack the field that rows are ordered by
 * @param warnings the number of findings that the user should check, for the metrics
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

    /** A resource whose reader has no findings of its own. */
    public Resource(
            String name,
            String scope,
            Reader reader,
            RowRecords records,
            Duration pollInterval,
            RequestCounter client) {
        this(name, scope, reader, records, pollInterval, client, client::warnings);
    }

    /** Returns a copy for rows that name their account in this field. */
    public Resource ofAccountIn(String field) {
        return new Resource(name, scope, reader, records, pollInterval, field, client, warnings);
    }
}
