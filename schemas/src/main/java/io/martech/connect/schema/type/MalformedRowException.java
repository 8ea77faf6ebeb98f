package io.martech.connect.schema.type;

/** A row without a usable id, so that it cannot become a record. The message names the field, not the data. */
public final class MalformedRowException extends RuntimeException {

    public MalformedRowException(String message) {
        super(message);
    }
}
