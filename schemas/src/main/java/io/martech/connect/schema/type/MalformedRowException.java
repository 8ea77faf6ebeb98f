package io.martech.connect.schema.type;

/** A row without the one thing that it cannot do without: its id. The message names the field, not the data. */
public final class MalformedRowException extends RuntimeException {

    public MalformedRowException(String message) {
        super(message);
    }
}
