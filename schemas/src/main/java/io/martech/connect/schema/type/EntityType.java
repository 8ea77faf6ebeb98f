package io.martech.connect.schema.type;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one kind of object, as the platform documents them.
 *
 * @param name the full name of its Connect schema; independent of any topic, and must never change
 */
public record EntityType(String name, List<FieldType> fields) {

    public EntityType {
        fields = List.copyOf(fields);
    }

    public static EntityType of(String name, FieldType... fields) {
        return new EntityType(name, List.of(fields));
    }

    /** Returns a copy with one more field at the end. */
    public EntityType with(FieldType field) {
        List<FieldType> extended = new ArrayList<>(fields);
        extended.add(field);
        return new EntityType(name, extended);
    }
}
