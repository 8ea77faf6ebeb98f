package io.martech.connect.sink.lookup;

import io.martech.connect.client.PlatformException;

/** A list that all records need could not be read: no record is at fault, and none may be rejected for it. */
public final class LookupFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PlatformException reason;

    public LookupFailedException(PlatformException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    /** The failure of the read. */
    public PlatformException reason() {
        return reason;
    }
}
