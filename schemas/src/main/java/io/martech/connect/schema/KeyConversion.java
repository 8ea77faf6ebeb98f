package io.martech.connect.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** The ids of a row, each a whole number of 64 bits. */
final class KeyConversion {

    private final Schema schema;

    KeyConversion(KeyType type) {
        SchemaBuilder builder = SchemaBuilder.struct().name(type.name());
        type.ids().forEach(id -> builder.field(id, Schema.INT64_SCHEMA));
        this.schema = builder.build();
    }

    Schema schema() {
        return schema;
    }

    /** @throws MalformedRowException if an id is missing or is no whole number */
    Struct convert(JsonNode row) {
        Struct key = new Struct(schema);
        for (Field id : schema.fields()) {
            JsonNode json = row.get(id.name());
            Long value = json == null ? null : ExactNumbers.longOf(json);
            if (value == null) {
                throw new MalformedRowException("A row for " + schema.name() + " has no usable \"" + id.name()
                        + "\": a whole number of 64 bits is needed, the row holds "
                        + (json == null ? "nothing" : "a " + json.getNodeType()) + " there.");
            }
            key.put(id, value);
        }
        return key;
    }
}
