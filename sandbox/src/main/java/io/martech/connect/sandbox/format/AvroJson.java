package io.martech.connect.sandbox.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;

/** From JSON to Avro's generic values and back. */
final class AvroJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private AvroJson() {}

    /** What another system would have declared for such a value: flat or nested records of optional fields. */
    static Schema schemaFor(JsonNode value) {
        return value.isObject() ? recordFor("Record", value) : scalarFor(value);
    }

    private static Schema recordFor(String name, JsonNode object) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String nested = name + "_" + field.getKey();
            fields.add(new Schema.Field(
                    field.getKey(),
                    optional(fieldFor(nested, field.getValue())),
                    null,
                    Schema.Field.NULL_DEFAULT_VALUE));
        }
        return Schema.createRecord(name, null, "com.example", false, fields);
    }

    private static Schema fieldFor(String name, JsonNode value) {
        if (value.isObject()) {
            return recordFor(name, value);
        }
        return value.isArray()
                ? Schema.createArray(value.isEmpty() ? scalarFor(NullNode.getInstance()) : fieldFor(name, value.get(0)))
                : scalarFor(value);
    }

    private static Schema scalarFor(JsonNode value) {
        if (value.isIntegralNumber()) {
            return Schema.create(Schema.Type.LONG);
        }
        if (value.isNumber()) {
            return Schema.create(Schema.Type.DOUBLE);
        }
        return Schema.create(value.isBoolean() ? Schema.Type.BOOLEAN : Schema.Type.STRING);
    }

    private static Schema optional(Schema schema) {
        return SchemaBuilder.unionOf().nullType().and().type(schema).endUnion();
    }

    /** A value of a schema that {@link #schemaFor} has made of a value like it. */
    static Object fromJson(Schema schema, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (schema.getType()) {
            case UNION -> fromJson(schema.getTypes().get(1), value);
            case RECORD -> {
                GenericRecord struct = new GenericData.Record(schema);
                schema.getFields()
                        .forEach(field -> struct.put(field.name(), fromJson(field.schema(), value.path(field.name()))));
                yield struct;
            }
            case ARRAY -> {
                List<Object> elements = new ArrayList<>();
                value.forEach(element -> elements.add(fromJson(schema.getElementType(), element)));
                yield elements;
            }
            case LONG -> value.longValue();
            case DOUBLE -> value.doubleValue();
            case BOOLEAN -> value.booleanValue();
            default -> value.asText();
        };
    }

    static JsonNode toJson(Schema schema, Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        return switch (schema.getType()) {
            case UNION -> toJson(schema.getTypes().get(GenericData.get().resolveUnion(schema, value)), value);
            case RECORD -> {
                ObjectNode object = NODES.objectNode();
                schema.getFields()
                        .forEach(field -> object.set(
                                field.name(), toJson(field.schema(), ((IndexedRecord) value).get(field.pos()))));
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                ((Iterable<?>) value).forEach(element -> array.add(toJson(schema.getElementType(), element)));
                yield array;
            }
            case MAP -> {
                ObjectNode object = NODES.objectNode();
                ((Map<?, ?>) value)
                        .forEach((key, each) -> object.set(key.toString(), toJson(schema.getValueType(), each)));
                yield object;
            }
            case BYTES -> decimal((LogicalTypes.Decimal) schema.getLogicalType(), (ByteBuffer) value);
            case INT -> NODES.numberNode((Integer) value);
            case LONG -> NODES.numberNode((Long) value);
            case FLOAT -> NODES.numberNode((Float) value);
            case DOUBLE -> NODES.numberNode((Double) value);
            case BOOLEAN -> NODES.booleanNode((Boolean) value);
            default -> NODES.textNode(value.toString());
        };
    }

    private static JsonNode decimal(LogicalTypes.Decimal type, ByteBuffer value) {
        byte[] unscaled = new byte[value.remaining()];
        value.duplicate().get(unscaled);
        return NODES.numberNode(new BigDecimal(new BigInteger(unscaled), type.getScale()));
    }
}
