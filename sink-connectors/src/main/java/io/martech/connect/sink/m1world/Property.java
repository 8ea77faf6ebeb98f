package io.martech.connect.sink.m1world;

/**
 * A custom field as the platform lists it.
 *
 * @param id by which values are written
 * @param name by which users know it; the platform's word for it in the list is {@code label}
 * @param type 1 for a text, 2 for a choice
 */
record Property(long id, String name, int type) {}
