package io.martech.connect.sink.record;

import io.martech.connect.sink.engine.RecordRejectedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** The named fields of a Struct or of a Map, in order. Values keep their schemas, where they have any. */
public final class Fields {

    private final Map<String, SchemaAndValue> byName;

    private Fields(Map<String, SchemaAndValue> byName) {
        this.byName = byName;
    }

    /** Empty if the value is neither a Struct nor a Map. */
    public static Optional<Fields> of(SchemaAndValue object) {
        if (object.value() instanceof Struct struct) {
            return Optional.of(ofStruct(struct));
        }
        if (object.value() instanceof Map<?, ?> map) {
            return Optional.of(ofMap(object.schema(), map));
        }
        return Optional.empty();
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

    /** One field of such a value, without looking at the others; {@link SchemaAndValue#NULL} if it is not there. */
    public static SchemaAndValue get(SchemaAndValue object, String name) {
        return find(object, name).orElse(SchemaAndValue.NULL);
    }

    /** One field of such a value, whose value may be null; empty if it is not there. */
    public static Optional<SchemaAndValue> find(SchemaAndValue object, String name) {
        if (object.value() instanceof Struct struct) {
            return Optional.ofNullable(struct.schema().field(name))
                    .map(field -> new SchemaAndValue(field.schema(), struct.get(field)));
        }
        if (object.value() instanceof Map<?, ?> map && map.containsKey(name)) {
            return Optional.of(new SchemaAndValue(valueSchema(object.schema()), map.get(name)));
        }
        return Optional.empty();
    }

    public Map<String, SchemaAndValue> byName() {
        return byName;
    }

    private static Fields ofStruct(Struct struct) {
        Map<String, SchemaAndValue> byName = new LinkedHashMap<>();
        for (Field field : struct.schema().fields()) {
            byName.put(field.name(), new SchemaAndValue(field.schema(), struct.get(field)));
        }
        return new Fields(byName);
    }

    private static Fields ofMap(Schema schema, Map<?, ?> map) {
        Schema valueSchema = valueSchema(schema);
        Map<String, SchemaAndValue> byName = new LinkedHashMap<>();
        map.forEach((name, value) -> byName.put(String.valueOf(name), new SchemaAndValue(valueSchema, value)));
        return new Fields(byName);
    }

    private static Schema valueSchema(Schema schema) {
        return schema == null || schema.type() != Schema.Type.MAP ? null : schema.valueSchema();
    }
}
