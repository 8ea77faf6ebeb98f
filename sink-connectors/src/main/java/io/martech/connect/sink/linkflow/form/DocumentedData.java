package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;

/**
 * Creates the {@code data} of a message: documented fields in their documented form, all others in {@code props}. A
 * field {@code props} is merged into those; the record's own fields take precedence.
 */
public final class DocumentedData {

    private static final String PROPS = "props";

    private final Map<String, FieldForm> documented;
    private final PropertyForm properties;
    private final FieldForm props;
    private final NullFields nullFields;

    DocumentedData(Map<String, FieldForm> documented, PropertyForm properties, NullFields nullFields) {
        this.documented = new LinkedHashMap<>(documented);
        this.properties = properties;
        this.props = Forms.props(properties);
        this.nullFields = nullFields;
    }

    /** @throws UnsuitableValueException naming the field, if one cannot be converted to its form */
    public ObjectNode of(Map<String, SchemaAndValue> fields) {
        ObjectNode data = Json.object();
        ObjectNode others = Json.object();
        for (Map.Entry<String, SchemaAndValue> field : fields.entrySet()) {
            String name = field.getKey();
            if (documented.containsKey(name)) {
                put(data, name, documented.get(name), field.getValue());
            } else if (!name.equals(PROPS)) {
                put(others, name, properties, field.getValue());
            }
        }
        mergeProps(others, fields.get(PROPS));
        if (!others.isEmpty()) {
            data.set(PROPS, others);
        }
        return data;
    }

    private void put(ObjectNode target, String name, FieldForm form, SchemaAndValue field) {
        JsonNode value = converted(name, form, field);
        if (!value.isNull() || nullFields == NullFields.SEND) {
            target.set(name, value);
        }
    }

    private void mergeProps(ObjectNode others, SchemaAndValue field) {
        if (field != null && field.value() != null) {
            JsonNode merged = converted(PROPS, props, field);
            merged.properties().forEach(property -> others.putIfAbsent(property.getKey(), property.getValue()));
        }
    }

    private JsonNode converted(String name, FieldForm form, SchemaAndValue field) {
        if (field.value() == null) {
            return NullNode.getInstance();
        }
        try {
            return form.of(field);
        } catch (UnsuitableValueException unsuitable) {
            throw unsuitable.of(name);
        }
    }
}
