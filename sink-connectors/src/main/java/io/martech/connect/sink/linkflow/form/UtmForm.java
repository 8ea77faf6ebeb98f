package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.UnsuitableValueException;
import org.apache.kafka.connect.data.SchemaAndValue;

/** The field {@code utm}: an object of texts. */
final class UtmForm implements FieldForm {

    private final PropertyForm properties;

    UtmForm(PropertyForm properties) {
        this.properties = properties;
    }

    @Override
    public JsonNode of(SchemaAndValue field) {
        JsonNode utm = Fields.of(field).isPresent() ? properties.of(field) : null;
        if (utm == null) {
            throw new UnsuitableValueException(
                    "must hold a Map or a Struct with source, campaign, medium, content and term");
        }
        return utm;
    }
}
