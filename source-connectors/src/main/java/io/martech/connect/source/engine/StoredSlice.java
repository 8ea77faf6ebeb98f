package io.martech.connect.source.engine;

/**
 * Where a slice stands after a chunk of its resource.
 *
 * @param cursor what is stored of the slice
 */
public record StoredSlice(Slice slice, Cursor cursor) {}
