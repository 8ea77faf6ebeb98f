package io.martech.connect.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.SemanticNames;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** The contract of the topic {@code <prefix>.malformed}: rows that cannot become records, as they came. */
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

    /** The same for the same content, since such a row has no usable key of its own. */
    public static Struct key(String platform, String resource, JsonNode row) {
        byte[] content = row.toString().getBytes(StandardCharsets.UTF_8);
        return new Struct(KEY)
                .put("platform", platform)
                .put("resource", resource)
                .put("content", UUID.nameUUIDFromBytes(content).toString());
    }

    /** @param reason what is wrong with the row, for a person */
    public static Struct value(String platform, String resource, String reason, JsonNode row) {
        return new Struct(VALUE)
                .put("platform", platform)
                .put("resource", resource)
                .put("reason", reason)
                .put("row", row.toString());
    }
}
