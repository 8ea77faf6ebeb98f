package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.connect.data.SchemaAndValue;

/** The documented form of a field. */
public interface FieldForm {

    /**
     * The value in this form; a JSON null if the value is blank.
     *
     * @param field a non-null value, with its schema if it has one
     * @throws UnsuitableValueException if the value cannot be converted to this form
     */
    JsonNode of(SchemaAndValue field);
}
