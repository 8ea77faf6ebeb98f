package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.connect.data.SchemaAndValue;

/** The form in which the platform's document wants a field. */
public interface FieldForm {

    /**
     * The value in this form; a JSON null if the value says nothing.
     *
     * @param field a value that is not null, with its schema if it has one
     * @throws UnsuitableValueException if the value cannot be brought into this form
     */
    JsonNode of(SchemaAndValue field);
}
