package io.martech.connect.sink.linkflow.form;

/** {@code behavior.on.null.fields}: what becomes of a field that is null. */
public enum NullFields {
    /** It is left out, so the platform keeps what it has. */
    OMIT,
    /** It is sent as null, so the platform may empty its field. */
    SEND
}
