package io.martech.connect.sink.linkflow.form;

/** {@code behavior.on.null.fields}: how null fields are written. */
public enum NullFields {
    /** The field is left out, so the platform keeps its value. */
    OMIT,
    /** The field is sent as null, so the platform may clear its value. */
    SEND
}
