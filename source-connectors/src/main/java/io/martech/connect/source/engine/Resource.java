package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Reader;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the engine needs to know of one resource of a platform.
 *
 * @param name its name in the configuration, in offsets and in progress records
 * @param scope what it is read with (address, filters, start time); a cursor read with another scope is refused
 * @param reader how it is read
 * @param records how its rows become records
 * @param pollInterval how long to rest when there is nothing more to read
 * @param accountField the field of a row that names the account that it belongs to; null if rows name none
 * @param aside rows that were read and lack what they would be read in order by, since the last time
 * @param warnings how many findings the user should look at, for the metrics
 */
public record Resource(
        String name,
        String scope,
        Reader reader,
        RowRecords records,
        Duration pollInterval,
        String accountField,
        LongSupplier warnings,
        Supplier<List<JsonNode>> aside) {

    /** A resource whose rows name no account. */
    public Resource(
            String name,
            String scope,
            Reader reader,
            RowRecords records,
            Duration pollInterval,
            LongSupplier warnings) {
        this(name, scope, reader, records, pollInterval, null, warnings, List::of);
    }

    /** A resource that has nothing to warn of. */
    public Resource(String name, String scope, Reader reader, RowRecords records, Duration pollInterval) {
        this(name, scope, reader, records, pollInterval, () -> 0);
    }

    /** The same, where a field of each row names the account that it belongs to. */
    public Resource ofAccountIn(String field) {
        return new Resource(name, scope, reader, records, pollInterval, field, warnings, aside);
    }

    /**
     * The same, where rows may lack what they are read in order by.
     *
     * @param rows those that were set aside since the last time; they go out with the next unit
     */
    public Resource settingAside(Supplier<List<JsonNode>> rows) {
        return new Resource(name, scope, reader, records, pollInterval, accountField, warnings, rows);
    }
}
