package io.martech.connect.sandbox.quickstart;

/** Why the quickstart cannot go on, in one sentence. */
final class QuickstartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    QuickstartException(String message) {
        super(message);
    }
}
