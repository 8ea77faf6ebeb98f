package io.martech.connect.sandbox.http.token;

/** A token call that is refused; the platform says why in its own words. */
public final class TokenDenied extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a token call is refused. */
    public enum Reason {
        /** The authorization code is unknown, too old, or was used before. */
        CODE,
        /** The refresh token is unknown, too old, or was exchanged before. */
        REFRESH_TOKEN,
        /** More calls than the platform allows. */
        TOO_MANY_CALLS
    }

    TokenDenied(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
