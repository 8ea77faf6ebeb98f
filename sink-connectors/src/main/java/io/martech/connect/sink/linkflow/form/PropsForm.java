package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.martech.connect.sink.record.UnsuitableValueException;
import org.apache.kafka.connect.data.SchemaAndValue;

/** The field {@code props}, which already holds custom properties: a Struct, a Map, or the text of a JSON object. */
final class PropsForm implements FieldForm {

    private final PropertyForm properties;

    PropsForm(PropertyForm properties) {
        this.properties = properties;
    }

    @Override
    public JsonNode of(SchemaAndValue field) {
        JsonNode props = field.value() instanceof String text ? ofText(text) : properties.of(field);
        if (!props.isObject() && !props.isNull()) {
            throw new UnsuitableValueException("must hold a Map, a Struct, or the text of a JSON object");
        }
        return props;
    }

    private JsonNode ofText(String text) {
        return text.isBlank() ? NullNode.getInstance() : properties.json(text);
    }
}
