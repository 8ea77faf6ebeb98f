package io.martech.connect.source.chunk;

/**
 * A part of a resource with a cursor of its own, such as one day, so that no cursor grows large.
 *
 * @param name the kind of slice, the name of the field in the source partition
 * @param value the value that identifies the slice
 */
public record Slice(String name, String value) {}
