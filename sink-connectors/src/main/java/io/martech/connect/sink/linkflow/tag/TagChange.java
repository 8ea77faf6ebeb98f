package io.martech.connect.sink.linkflow.tag;

import org.apache.kafka.connect.data.SchemaAndValue;

/**
 * What a record says of one tag.
 *
 * @param field where the record says it
 * @param tagKey which tag
 * @param value what to set, with its schema if it has one
 * @param isDelete whether to take the person's value away instead
 */
public record TagChange(String field, String tagKey, SchemaAndValue value, boolean isDelete) {

    /** Without the value, which is a personal datum. */
    @Override
    public String toString() {
        return "TagChange[" + tagKey + "]";
    }
}
