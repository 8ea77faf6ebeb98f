package io.martech.connect.source.reader.keyset;

/** A list that existed when the lists were read no longer exists. */
public final class ListIsGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause the platform's response */
    public ListIsGoneException(Throwable cause) {
        super(cause);
    }
}
