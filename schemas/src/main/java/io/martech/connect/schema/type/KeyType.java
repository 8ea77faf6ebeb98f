package io.martech.connect.schema.type;

import java.util.ArrayList;
import java.util.List;

/**
 * The permanent identity of a row.
 *
 * @param name the full name of its Connect schema
 * @param ids the fields of the row that hold the ids, outermost first
 */
public record KeyType(String name, List<Id> ids) {

    public KeyType {
        ids = List.copyOf(ids);
    }

    /**
     * One field of a key.
     *
     * @param kind {@link FieldKind.Scalar#LONG} or {@link FieldKind.Scalar#TEXT}
     */
    public record Id(String field, FieldKind.Scalar kind) {}

    /** A key of integers. */
    public static KeyType of(String name, String... ids) {
        return new KeyType(name, List.of()).and(FieldKind.Scalar.LONG, ids);
    }

    /** A key of texts. */
    public static KeyType ofTexts(String name, String... ids) {
        return new KeyType(name, List.of()).and(FieldKind.Scalar.TEXT, ids);
    }

    /** Returns a copy with further integers at the end. */
    public KeyType andNumbers(String... more) {
        return and(FieldKind.Scalar.LONG, more);
    }

    private KeyType and(FieldKind.Scalar kind, String... more) {
        List<Id> all = new ArrayList<>(ids);
        for (String field : more) {
            all.add(new Id(field, kind));
        }
        return new KeyType(name, all);
    }
}
