package io.martech.connect.sink.linkflow.tag;

import org.apache.kafka.connect.data.SchemaAndValue;

/**
 * The change of one tag in a record.
 *
 * @param field the field of the record
 * @param tagKey the key of the tag
 * @param value what to set, with its schema if it has one
 * @param isDelete whether to delete the contact's value instead
 */
public record TagChange(String field, String tagKey, SchemaAndValue value, boolean isDelete) {

    /** Without the value, which is personal data. */
    @Override
    public String toString() {
        return "TagChange[" + tagKey + "]";
    }
}
