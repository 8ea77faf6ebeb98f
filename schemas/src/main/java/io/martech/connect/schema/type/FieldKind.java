package io.martech.connect.schema.type;

/** What a platform's document says that a field holds; how that looks in Connect is up to {@link Handling}. */
public sealed interface FieldKind {

    /** Kinds that hold one value. */
    enum Scalar implements FieldKind {
        /** Text. A number sent in its place is kept digit by digit. */
        TEXT,
        /** A whole number of 64 bits, or a text that is one. */
        LONG,
        /** A whole number of 32 bits, or a text that is one. */
        INT,
        /** An amount of money, or another exact decimal number, or a text that is one. */
        DECIMAL,
        BOOLEAN,
        /** A local time without a zone: {@code 2022-11-28 10:33:45}, or the same with a fraction such as {@code .0} behind it. */
        TIMESTAMP,
        /**
         * A time that may have an offset and a fraction: {@code 2018-01-18T21:17:35.613849+08:00}; without an offset it is a
         * local one. What is finer than Connect's milliseconds is kept in {@code unmapped}.
         */
        ANY_TIMESTAMP,
        /** A day, not an instant: {@code 1991-11-11}, or the same with {@code 00:00:00} behind it. */
        DATE,
        /** An instant as whole seconds since 1970, a number or a text of one. */
        EPOCH_SECONDS,
        /** An instant as whole milliseconds since 1970, a number or a text of one. */
        EPOCH_MILLISECONDS,
        /**
         * A day as whole milliseconds since 1970, its midnight at the platform's offset. Of another time of day the day is taken,
         * and the number is kept in {@code unmapped}.
         */
        EPOCH_DAY,
        /** An object of custom properties, whose values are any JSON. */
        PROPS,
        /** Any JSON at all, whose form is undocumented: kept as a text. */
        JSON
    }

    /** An object with fields of its own, and its own {@code unmapped}. */
    record Nested(EntityType entity) implements FieldKind {}

    /** An array. Elements that do not fit stay in {@code unmapped}, under their index. */
    record ListOf(FieldKind element) implements FieldKind {}
}
