package io.martech.connect.schema;

import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.type.KeyType;

/** The contract of one topic, before a connector has chosen a form for numbers, times and custom properties. */
public record TopicSchema(KeyType key, EntityType value) {

    /** The same in the form that the configuration asks for. */
    public RowSchema in(Handling handling) {
        return new JsonRowSchema(key, value, handling);
    }
}
