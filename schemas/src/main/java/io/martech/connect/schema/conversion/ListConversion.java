package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * Converts an array without failing on single elements: those that cannot be converted are kept as an object of index to
 * element, from which the array can be restored.
 */
final class ListConversion implements Conversion {

    private final Conversion element;
    private final Schema schema;

    ListConversion(Conversion element, boolean optional) {
        this.element = element;
        SchemaBuilder builder = SchemaBuilder.array(element.schema());
        this.schema = optional ? builder.optional().build() : builder.build();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean fits(JsonNode json) {
        return json.isArray();
    }

    @Override
    public Object convert(JsonNode json) {
        if (!json.isArray()) {
            return null;
        }
        List<Object> values = new ArrayList<>(json.size());
        for (JsonNode item : json) {
            Object value = item.isNull() ? null : element.convert(item);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    @Override
    public JsonNode leftBehind(JsonNode json) {
        ObjectNode leftBehind = null;
        for (int i = 0; i < json.size(); i++) {
            JsonNode item = json.get(i);
            JsonNode rest = item.isNull() || !element.fits(item) ? item : element.leftBehind(item);
            if (rest != null) {
                leftBehind = leftBehind == null ? JsonNodeFactory.instance.objectNode() : leftBehind;
                leftBehind.set(String.valueOf(i), rest);
            }
        }
        return leftBehind;
    }
}
