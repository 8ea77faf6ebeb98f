package io.martech.connect.client.response;

import java.io.IOException;

/** A response that does not currently fit into the caller's memory. */
public final class NoRoomException extends IOException {

    public NoRoomException() {
        super("No room for the answer");
    }
}
