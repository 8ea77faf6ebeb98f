package io.martech.connect.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.conversion.Conversions;
import io.martech.connect.schema.conversion.StructConversion;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.ExactNumbers;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.type.KeyType;
import io.martech.connect.schema.type.MalformedRowException;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * A {@link RowSchema} built from a list of fields. Immutable and thread-safe.
 *
 * <p>Rows must have been parsed without {@code double}: with exact big decimals for fractions.
 */
public final class JsonRowSchema implements RowSchema {

    private final KeyConversion key;
    private final StructConversion value;

    public JsonRowSchema(KeyType key, EntityType value, Handling handling) {
        this.key = new KeyConversion(key);
        this.value = new StructConversion(value, false, new Conversions(handling));
    }

    @Override
    public Schema keySchema() {
        return key.schema();
    }

    @Override
    public Schema valueSchema() {
        return value.schema();
    }

    @Override
    public Struct key(JsonNode row) {
        requireObject(row);
        return key.convert(row);
    }

    @Override
    public Struct value(JsonNode row) {
        requireObject(row);
        Struct struct = value.convert(row);
        if (struct == null) {
            throw new MalformedRowException("A row for " + valueSchema().name() + " has no usable \""
                    + value.firstMissing(row) + "\": a whole number of 64 bits is needed there.");
        }
        return struct;
    }

    private void requireObject(JsonNode row) {
        if (!row.isObject()) {
            throw new MalformedRowException("A row for " + valueSchema().name() + " must be a JSON object, but it is a "
                    + row.getNodeType() + ".");
        }
    }

    /** Converts the ids of a row, each a 64-bit integer or a text. */
    private static final class KeyConversion {

        private final Schema schema;

        public KeyConversion(KeyType type) {
            SchemaBuilder builder = SchemaBuilder.struct().name(type.name());
            type.ids()
                    .forEach(id -> builder.field(
                            id.field(),
                            id.kind() == FieldKind.Scalar.TEXT ? Schema.STRING_SCHEMA : Schema.INT64_SCHEMA));
            this.schema = builder.build();
        }

        public Schema schema() {
            return schema;
        }

        /** @throws MalformedRowException if an id is missing or has another type */
        public Struct convert(JsonNode row) {
            Struct key = new Struct(schema);
            for (Field id : schema.fields()) {
                JsonNode json = row.get(id.name());
                boolean isText = id.schema() == Schema.STRING_SCHEMA;
                Object value = json == null ? null : valueOf(json, isText);
                if (value == null) {
                    throw new MalformedRowException("A row for " + schema.name() + " has no usable \"" + id.name()
                            + "\": " + (isText ? "a text" : "a whole number of 64 bits") + " is needed, the row holds "
                            + (json == null ? "nothing" : "a " + json.getNodeType()) + " there.");
                }
                key.put(id, value);
            }
            return key;
        }

        private static Object valueOf(JsonNode json, boolean isText) {
            if (!isText) {
                return ExactNumbers.longOf(json);
            }
            return (json.isTextual() && !json.textValue().isBlank()) || json.isNumber() ? json.asText() : null;
        }
    }
}
