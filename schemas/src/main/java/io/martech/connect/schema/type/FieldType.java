package io.martech.connect.schema.type;

/** One field of an {@link EntityType}, with the platform's name. */
public record FieldType(String name, FieldKind kind, Presence presence) {

    /** Whether a field is in the value, and whether it must be. */
    public enum Presence {
        /** A row without it is malformed. */
        REQUIRED,
        /** Null where the platform sends no value. */
        OPTIONAL,
        /** Its elements are rows of another topic; only those that cannot be converted stay here, in {@code unmapped}. */
        ELSEWHERE
    }

    public static FieldType required(String name, FieldKind kind) {
        return new FieldType(name, kind, Presence.REQUIRED);
    }

    public static FieldType optional(String name, FieldKind kind) {
        return new FieldType(name, kind, Presence.OPTIONAL);
    }

    public static FieldType elsewhere(String name, FieldKind kind) {
        return new FieldType(name, kind, Presence.ELSEWHERE);
    }
}
