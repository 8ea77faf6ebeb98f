package io.martech.connect.sink.linkflow.message;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One message of a request.
 *
 * @param id its {@code message_id}
 * @param json the message to send
 */
public record LinkflowMessage(MessageAddressee addressee, String id, ObjectNode json) {

    /** Without its data, which is personal. */
    @Override
    public String toString() {
        return "LinkflowMessage[" + id + "]";
    }
}
