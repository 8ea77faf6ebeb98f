package io.martech.connect.schema;

import java.util.List;

/**
 * What identifies a row for ever.
 *
 * @param name the full name of its Connect schema
 * @param ids the fields of the row that hold the ids, outermost first
 */
public record KeyType(String name, List<String> ids) {

    public KeyType {
        ids = List.copyOf(ids);
    }

    public static KeyType of(String name, String... ids) {
        return new KeyType(name, List.of(ids));
    }
}
