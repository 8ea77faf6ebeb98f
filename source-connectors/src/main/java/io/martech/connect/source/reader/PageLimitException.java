package io.martech.connect.source.reader;

/** The platform rejects a page number this high in a window. */
public final class PageLimitException extends RuntimeException {

    public PageLimitException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
