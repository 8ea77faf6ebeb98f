package io.martech.connect.schema;

import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.type.KeyType;

/** The contract of one topic, before the configured representation of numbers, times and custom properties is applied. */
public record TopicSchema(KeyType key, EntityType value) {

    /** The row schema in the configured representation. */
    public RowSchema in(Handling handling) {
        return new JsonRowSchema(key, value, handling);
    }
}
