package io.martech.connect.client.response;

import java.io.IOException;

/** A response that its caller has no room for now. */
public final class NoRoomException extends IOException {

    public NoRoomException() {
        super("No room for the answer");
    }
}
