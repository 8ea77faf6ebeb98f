package io.martech.connect.authorize;

import io.martech.connect.client.PlatformException;
import java.io.IOException;

/** A failure that one sentence explains to the user. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }

    /** Whether the exception's message is meant for the user. */
    static boolean isTold(Exception failure) {
        return failure instanceof Failure
                || failure instanceof PlatformException
                || failure instanceof IllegalArgumentException;
    }

    static String words(Exception failure) {
        boolean isBare = failure instanceof IOException && failure.getClass() != IOException.class;
        return isBare ? failure.getClass().getSimpleName() + ": " + failure.getMessage() : failure.getMessage();
    }
}
