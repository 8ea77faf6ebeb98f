package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Converts an object with documented fields; everything else in it is kept in its field {@code unmapped}. */
public final class StructConversion implements Conversion {

    static final String UNMAPPED = "unmapped";

    /** A field of the JSON and its field in the struct; null if the elements are rows of another topic. */
    private record Slot(String name, Conversion conversion, boolean required, Field field) {}

    private final Schema schema;
    private final List<Slot> slots;
    private final Set<String> names;
    private final Field unmapped;

    public StructConversion(EntityType entity, boolean optional, Conversions conversions) {
        SchemaBuilder builder = SchemaBuilder.struct().name(entity.name());
        List<Conversion> ofFields = new ArrayList<>();
        for (FieldType field : entity.fields()) {
            boolean required = field.presence() == FieldType.Presence.REQUIRED;
            Conversion conversion = required ? conversions.required(field.kind()) : conversions.optional(field.kind());
            ofFields.add(conversion);
            if (field.presence() != FieldType.Presence.ELSEWHERE) {
                builder.field(field.name(), conversion.schema());
            }
        }
        builder.field(UNMAPPED, Conversions.json().optional().build());
        this.schema = optional ? builder.optional().build() : builder.build();
        this.slots = slots(entity, ofFields, schema);
        this.names = new HashSet<>(entity.fields().stream().map(FieldType::name).toList());
        this.unmapped = schema.field(UNMAPPED);
    }

    private static List<Slot> slots(EntityType entity, List<Conversion> conversions, Schema schema) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < conversions.size(); i++) {
            FieldType field = entity.fields().get(i);
            boolean required = field.presence() == FieldType.Presence.REQUIRED;
            Field place = field.presence() == FieldType.Presence.ELSEWHERE ? null : schema.field(field.name());
            slots.add(new Slot(field.name(), conversions.get(i), required, place));
        }
        return List.copyOf(slots);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean fits(JsonNode json) {
        return json.isObject() && firstMissing(json) == null;
    }

    /** The name of the first required field that is absent or cannot be converted; null if there is none. */
    public String firstMissing(JsonNode json) {
        for (Slot slot : slots) {
            if (slot.required()) {
                JsonNode value = json.get(slot.name());
                if (value == null || value.isNull() || !slot.conversion().fits(value)) {
                    return slot.name();
                }
            }
        }
        return null;
    }

    @Override
    public Struct convert(JsonNode json) {
        if (!fits(json)) {
            return null;
        }
        Struct struct = new Struct(schema);
        ObjectNode rest = null;
        int known = 0;
        for (Slot slot : slots) {
            JsonNode value = json.get(slot.name());
            if (value == null) {
                continue;
            }
            known++;
            JsonNode leftBehind = value.isNull() ? null : fill(slot, json, struct);
            if (leftBehind != null) {
                rest = rest == null ? JsonNodeFactory.instance.objectNode() : rest;
                rest.set(slot.name(), leftBehind);
            }
        }
        if (known < json.size()) {
            rest = rest == null ? JsonNodeFactory.instance.objectNode() : rest;
            addUnknown(json, rest);
        }
        if (rest != null) {
            struct.put(unmapped, rest.toString());
        }
        return struct;
    }

    /** Sets the converted value and returns the part that could not be represented. */
    private static JsonNode fill(Slot slot, JsonNode row, Struct struct) {
        Conversion conversion = slot.conversion();
        JsonNode json = row.get(slot.name());
        if (slot.field() == null) {
            return conversion.fits(json) ? conversion.leftBehind(json) : json;
        }
        Object value = conversion.convertIn(row, slot.name());
        if (value == null) {
            return json;
        }
        struct.put(slot.field(), value);
        return conversion.leftBehind(json);
    }

    private void addUnknown(JsonNode json, ObjectNode rest) {
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            if (!names.contains(property.getKey())) {
                rest.set(property.getKey(), property.getValue());
            }
        }
    }
}
