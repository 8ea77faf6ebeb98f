package io.martech.connect.schema.type;

/** The documented content of a field; its representation in Connect depends on {@link Handling}. */
public sealed interface FieldKind {

    /** Kinds that hold one value. */
    enum Scalar implements FieldKind {
        /** Text. A number sent in its place is kept digit by digit. */
        TEXT,
        /** A 64-bit integer, or a text that holds one. */
        LONG,
        /** A 32-bit integer, or a text that holds one. */
        INT,
        /** An amount of money or another exact decimal number, or a text that holds one. */
        DECIMAL,
        BOOLEAN,
        /**
         * A local time without a zone: {@code 2022-11-28 10:33:45}, optionally followed by a fraction such as {@code .0}.
         */
        TIMESTAMP,
        /**
         * A time that may have an offset and a fraction: {@code 2018-01-18T21:17:35.613849+08:00}; without an offset it
         * is a local time. Precision beyond Connect's milliseconds is kept in {@code unmapped}.
         */
        ANY_TIMESTAMP,
        /** A day, not an instant: {@code 1991-11-11}, optionally followed by {@code 00:00:00}. */
        DATE,
        /** An instant in seconds since 1970, as a number or a text. */
        EPOCH_SECONDS,
        /** An instant in milliseconds since 1970, as a number or a text. */
        EPOCH_MILLISECONDS,
        /**
         * A day as milliseconds since 1970 at its midnight at the platform's offset. For another time of day, the day is
         * used and the number is kept in {@code unmapped}.
         */
        EPOCH_DAY,
        /** An object of custom properties, whose values are any JSON. */
        PROPS,
        /** JSON of an undocumented form, kept as a text. */
        JSON
    }

    /** An object with fields of its own, and its own {@code unmapped}. */
    record Nested(EntityType entity) implements FieldKind {}

    /** An array. Elements that cannot be converted are kept in {@code unmapped}, by index. */
    record ListOf(FieldKind element) implements FieldKind {}
}
