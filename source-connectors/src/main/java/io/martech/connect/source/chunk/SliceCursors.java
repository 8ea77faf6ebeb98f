package io.martech.connect.source.chunk;

import java.util.Collection;
import java.util.Map;

/** The stored cursors of a resource's slices. */
public interface SliceCursors {

    /**
     * The stored cursor of each slice; one that holds only the scope if it was never read.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if one was read with another scope
     */
    Map<Slice, Cursor> of(Collection<Slice> slices);
}
