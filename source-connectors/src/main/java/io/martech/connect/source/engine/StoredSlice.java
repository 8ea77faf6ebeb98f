package io.martech.connect.source.engine;

/**
 * Where a slice stands after a unit of its resource.
 *
 * @param position what is stored of the slice
 */
public record StoredSlice(Slice slice, Position position) {}
