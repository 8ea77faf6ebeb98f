package io.martech.connect.source.engine;

/** Where the slices of a resource stand. */
public interface SlicePositions {

    /**
     * The stored position of a slice, {@link Position#start()} if it was never read.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if it was read with another scope
     */
    Position of(Slice slice);
}
