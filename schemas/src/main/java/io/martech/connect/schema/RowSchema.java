package io.martech.connect.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.MalformedRowException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/**
 * The contract of one topic: the form of its keys and values, and how a platform's row is converted to them.
 *
 * <p>No part of a row is lost: what the schema cannot represent (new fields, other types, numbers too large or too
 * precise) is kept in the field {@code unmapped}, as JSON.
 */
public interface RowSchema {

    Schema keySchema();

    Schema valueSchema();

    /** @throws MalformedRowException if the row lacks an id that the key consists of */
    Struct key(JsonNode row);

    /**
     * @throws MalformedRowException if the row lacks its id
     */
    Struct value(JsonNode row);
}
