package io.martech.connect.source.chunk;

import java.util.Collection;
import java.util.Map;

/** Where the slices of a resource stand. */
public interface SliceCursors {

    /**
     * The stored cursor of each slice, with nothing but the scope in it if it was never read.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if one was read with another scope
     */
    Map<Slice, Cursor> of(Collection<Slice> slices);
}
