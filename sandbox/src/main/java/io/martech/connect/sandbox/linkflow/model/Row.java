package io.martech.connect.sandbox.linkflow.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One version of an order or a contact. Immutable, and small as long as its content is generated, so that hundreds of
 * thousands fit into memory.
 *
 * @param createdSecond epoch second
 * @param updatedSecond epoch second, {@link #WITHOUT_UPDATE_TIME} where the platform has none
 * @param version {@code ver} of orders, from 1; 0 for contacts, whose {@code ver} is null
 * @param sequence the number of the change that made this version; a later change has a higher one
 * @param anonymous whether it is an anonymous contact
 */
public record Row(
        long id,
        long createdSecond,
        long updatedSecond,
        int version,
        long sequence,
        boolean anonymous,
        Content content) {

    static final long WITHOUT_UPDATE_TIME = Long.MIN_VALUE;

    /** @param updated null for a row without update time */
    public static long updateSecond(Instant updated) {
        return updated == null ? WITHOUT_UPDATE_TIME : updated.getEpochSecond();
    }

    public boolean hasUpdateTime() {
        return updatedSecond != WITHOUT_UPDATE_TIME;
    }

    boolean hasVersion() {
        return version > 0;
    }

    /** The row as its most detailed read answers it; a new object each time. */
    public ObjectNode render(PlatformTime time) {
        return content.render(this, time);
    }
}
