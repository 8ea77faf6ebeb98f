package io.martech.connect.sink.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import io.martech.connect.schema.type.SemanticNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.SchemaAndValue;

/** Texts whose schema says that they hold JSON: our own schema, and that of Debezium's JSON columns. */
public final class JsonText {

    static final String DEBEZIUM = "io.debezium.data.Json";

    private JsonText() {}

    /**
     * The content of such a text; empty if the field is not such a text.
     *
     * @throws UnsuitableValueException if the text is not JSON
     */
    public static Optional<JsonNode> in(SchemaAndValue field) {
        String name = field.schema() == null ? null : field.schema().name();
        boolean isJson = SemanticNames.JSON.equals(name) || DEBEZIUM.equals(name);
        return isJson && field.value() instanceof String text ? Optional.of(read(text)) : Optional.empty();
    }

    /**
     * Parses a text as JSON, keeping every digit; blank text is null.
     *
     * @throws UnsuitableValueException if it is not JSON, or contains a number that is too long to be written
     */
    public static JsonNode read(String text) {
        try {
            JsonNode json = Json.read(text);
            checkNumbers(json);
            return json;
        } catch (JsonProcessingException malformed) {
            throw new UnsuitableValueException("must hold JSON text");
        }
    }

    /** Null, a String, a Boolean, a number, a List or a Map. */
    static Object javaOf(JsonNode json) {
        if (json.isArray()) {
            List<Object> elements = new ArrayList<>(json.size());
            json.forEach(element -> elements.add(javaOf(element)));
            return elements;
        }
        if (json.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), javaOf(field.getValue())));
            return fields;
        }
        if (json.isNumber()) {
            return json.numberValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isTextual() ? json.textValue() : null;
    }

    private static void checkNumbers(JsonNode json) {
        if (json.isNumber()) {
            Numbers.exact(json.numberValue());
        }
        json.forEach(JsonText::checkNumbers);
    }
}
