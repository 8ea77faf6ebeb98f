package io.martech.connect.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.SemanticNames;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** The contract of the topic {@code <prefix>.malformed}: rows that cannot be converted to records, unchanged. */
public final class MalformedRowSchema {

    private static final String NAMESPACE = "io.martech.connect.v1.";

    private static final Schema KEY = SchemaBuilder.struct()
            .name(NAMESPACE + "MalformedRowKey")
            .field("platform", Schema.STRING_SCHEMA)
            .field("resource", Schema.STRING_SCHEMA)
            .field("content", Schema.STRING_SCHEMA)
            .build();

    private static final Schema VALUE = SchemaBuilder.struct()
            .name(NAMESPACE + "MalformedRow")
            .field("platform", Schema.STRING_SCHEMA)
            .field("resource", Schema.STRING_SCHEMA)
            .field("reason", Schema.STRING_SCHEMA)
            .field("row", SchemaBuilder.string().name(SemanticNames.JSON).build())
            .build();

    private MalformedRowSchema() {}

    public static Schema keySchema() {
        return KEY;
    }

    public static Schema valueSchema() {
        return VALUE;
    }

    /** Derived from the content, since such a row has no usable key of its own; equal for equal content. */
    public static Struct key(String platform, String resource, JsonNode row) {
        byte[] content = row.toString().getBytes(StandardCharsets.UTF_8);
        return new Struct(KEY)
                .put("platform", platform)
                .put("resource", resource)
                .put("content", UUID.nameUUIDFromBytes(content).toString());
    }

    /** @param reason what is wrong with the row, for the user */
    public static Struct value(String platform, String resource, String reason, JsonNode row) {
        return new Struct(VALUE)
                .put("platform", platform)
                .put("resource", resource)
                .put("reason", reason)
                .put("row", row.toString());
    }
}
