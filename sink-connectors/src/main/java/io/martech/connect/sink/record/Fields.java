package io.martech.connect.sink.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The named fields of a Struct, a Map, or JSON text that holds an object, in order. Each value is normalised by
 * {@link LogicalTypes} when it is read, so that an unused field never rejects a record. Null stays null and is not
 * replaced by a schema's default; a value that its source marks as unavailable is an absent field.
 */
public final class Fields {

    private final SchemaAndValue object;

    private Fields(SchemaAndValue object) {
        this.object = object;
    }

    /** Empty if the value is neither a Struct nor a Map, nor JSON text that holds an object. */
    public static Optional<Fields> of(SchemaAndValue object) {
        return object.value() instanceof Struct || object.value() instanceof Map
                ? Optional.of(new Fields(object))
                : JsonText.in(object).filter(JsonNode::isObject).map(json -> new Fields(plain(json)));
    }

    /**
     * The fields of a record's value.
     *
     * @throws RecordRejectedException if it is neither a Struct nor a Map
     */
    public static Fields ofValue(SinkRecord record) {
        return of(new SchemaAndValue(record.valueSchema(), record.value()))
                .orElseThrow(() -> new RecordRejectedException(
                        "value",
                        "Its value is neither a Struct nor a Map. Set value.converter to the one that the topic was written"
                                + " with, such as org.apache.kafka.connect.json.JsonConverter."));
    }

    /**
     * The elements of a list, or of JSON text that holds an array, normalised; empty if the value is neither.
     *
     * @throws UnsuitableValueException if an element contradicts its schema
     */
    public static Optional<List<SchemaAndValue>> elementsOf(SchemaAndValue list) {
        if (!(list.value() instanceof Collection<?> elements)) {
            return JsonText.in(list).filter(JsonNode::isArray).flatMap(json -> elementsOf(plain(json)));
        }
        Schema schema = list.schema() == null ? null : list.schema().valueSchema();
        List<SchemaAndValue> plain = new ArrayList<>();
        elements.forEach(element -> plain.add(LogicalTypes.plain(new SchemaAndValue(schema, element))));
        return Optional.of(plain);
    }

    /** The names of all fields, in order. */
    public List<String> names() {
        return object.value() instanceof Struct struct
                ? struct.schema().fields().stream().map(Field::name).toList()
                : ((Map<?, ?>) object.value())
                        .keySet().stream().map(String::valueOf).toList();
    }

    /**
     * One field, whose value may be null; empty if it is absent.
     *
     * @throws UnsuitableValueException if the value contradicts its schema
     */
    public Optional<SchemaAndValue> find(String name) {
        return raw(name)
                .filter(field -> !LogicalTypes.isUnavailable(field.value()))
                .map(LogicalTypes::plain);
    }

    /**
     * All fields.
     *
     * @throws UnsuitableValueException naming the field, if its value contradicts its schema
     */
    public Map<String, SchemaAndValue> byName() {
        return byName(names());
    }

    /** The fields with these names. */
    public Map<String, SchemaAndValue> byName(Collection<String> wanted) {
        Map<String, SchemaAndValue> byName = new LinkedHashMap<>();
        for (String name : wanted) {
            try {
                find(name).ifPresent(field -> byName.put(name, field));
            } catch (UnsuitableValueException unsuitable) {
                throw unsuitable.of(name);
            }
        }
        return byName;
    }

    private Optional<SchemaAndValue> raw(String name) {
        if (object.value() instanceof Struct struct) {
            return Optional.ofNullable(struct.schema().field(name))
                    .map(field -> new SchemaAndValue(field.schema(), struct.getWithoutDefault(name)));
        }
        Schema schema = object.schema();
        Schema valueSchema = schema == null || schema.type() != Schema.Type.MAP ? null : schema.valueSchema();
        Map<?, ?> map = (Map<?, ?>) object.value();
        return map.containsKey(name) ? Optional.of(new SchemaAndValue(valueSchema, map.get(name))) : Optional.empty();
    }

    private static SchemaAndValue plain(JsonNode json) {
        return new SchemaAndValue(null, JsonText.javaOf(json));
    }
}
