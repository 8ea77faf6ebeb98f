package io.martech.connect.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.MalformedRowException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/**
 * The contract of one topic: what its keys and values look like, and how a platform's row becomes them.
 *
 * <p>Nothing of a row is lost: what the schema cannot hold (new fields, other types, numbers too large or too precise)
 * goes to the field {@code unmapped}, as JSON.
 */
public interface RowSchema {

    Schema keySchema();

    Schema valueSchema();

    /**
     * @throws MalformedRowException if the row lacks the id that the key is made of
     */
    Struct key(JsonNode row);

    /**
     * @throws MalformedRowException if the row lacks its id
     */
    Struct value(JsonNode row);
}
