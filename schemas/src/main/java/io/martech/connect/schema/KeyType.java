package io.martech.connect.schema;

import java.util.List;

/**
 * What identifies a row for ever.
 *
 * @param name the full name of its Connect schema
 * @param kind what the ids are: {@link FieldKind.Scalar#LONG} or {@link FieldKind.Scalar#TEXT}
 * @param ids the fields of the row that hold the ids, outermost first
 */
public record KeyType(String name, FieldKind.Scalar kind, List<String> ids) {

    public KeyType {
        ids = List.copyOf(ids);
    }

    public static KeyType of(String name, String... ids) {
        return new KeyType(name, FieldKind.Scalar.LONG, List.of(ids));
    }

    /** A key of texts. */
    public static KeyType ofTexts(String name, String... ids) {
        return new KeyType(name, FieldKind.Scalar.TEXT, List.of(ids));
    }
}
