package io.martech.connect.source.engine;

import java.util.Collection;
import java.util.Map;

/** Where the slices of a resource stand. */
public interface SlicePositions {

    /**
     * The stored position of each slice, with nothing but the scope in it if it was never read.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if one was read with another scope
     */
    Map<Slice, Position> of(Collection<Slice> slices);
}
