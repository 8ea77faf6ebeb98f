package io.martech.connect.source.reader.keyset;

/** A list that was there when it was looked for is not there any more. */
public final class ListIsGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause the platform's own words */
    public ListIsGoneException(Throwable cause) {
        super(cause);
    }
}
