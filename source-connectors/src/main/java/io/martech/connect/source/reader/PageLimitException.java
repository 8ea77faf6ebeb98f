package io.martech.connect.source.reader;

/** The platform refuses to page that far into a window. */
public final class PageLimitException extends RuntimeException {

    public PageLimitException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
