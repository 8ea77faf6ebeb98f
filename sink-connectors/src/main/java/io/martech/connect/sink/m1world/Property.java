package io.martech.connect.sink.m1world;

/**
 * A custom field as the platform lists it.
 *
 * @param id identifies the field when values are written
 * @param name the name that users configure; {@code label} in the platform's list
 * @param type 1 for a text, 2 for a choice
 */
record Property(long id, String name, int type) {}
