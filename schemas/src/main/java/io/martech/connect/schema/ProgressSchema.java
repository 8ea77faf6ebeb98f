package io.martech.connect.schema;

import io.martech.connect.schema.conversion.TimeFunctions;
import io.martech.connect.schema.type.Handling;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** The contract of the topic {@code <prefix>.progress}: one key per platform and resource. */
public final class ProgressSchema {

    private static final String NAMESPACE = "io.martech.connect.v1.";

    private final Schema keySchema;
    private final Schema valueSchema;
    private final Function<Instant, Object> timestamps;

    public ProgressSchema(Handling handling) {
        boolean iso = handling.timestamps() == Handling.Timestamps.ISO;
        Schema timestamp = iso
                ? Schema.OPTIONAL_STRING_SCHEMA
                : Timestamp.builder().optional().build();
        this.timestamps =
                iso ? instant -> TimeFunctions.isoTimestamp(instant, handling.zone()) : TimeFunctions::timestamp;
        this.keySchema = SchemaBuilder.struct()
                .name(NAMESPACE + "ProgressKey")
                .field("platform", Schema.STRING_SCHEMA)
                .field("resource", Schema.STRING_SCHEMA)
                .build();
        this.valueSchema = SchemaBuilder.struct()
                .name(NAMESPACE + "Progress")
                .field("platform", Schema.STRING_SCHEMA)
                .field("resource", Schema.STRING_SCHEMA)
                .field("phase", Schema.OPTIONAL_STRING_SCHEMA)
                .field("completeUpTo", timestamp)
                .field("readUpTo", timestamp)
                .field("pass", Schema.OPTIONAL_STRING_SCHEMA)
                .field("windowStart", timestamp)
                .field("windowEnd", timestamp)
                .field("rows", Schema.OPTIONAL_INT32_SCHEMA)
                .field("requests", Schema.OPTIONAL_INT32_SCHEMA)
                .field("certainty", Schema.OPTIONAL_STRING_SCHEMA)
                .field("lateRows", Schema.OPTIONAL_INT64_SCHEMA)
                .field("oldestLateMs", Schema.OPTIONAL_INT64_SCHEMA)
                .field(
                        "idsWithoutDetail",
                        SchemaBuilder.array(Schema.STRING_SCHEMA).optional().build())
                .field("ranges", Schema.OPTIONAL_INT32_SCHEMA)
                .field("percent", Schema.OPTIONAL_INT32_SCHEMA)
                .field("completed", Schema.OPTIONAL_BOOLEAN_SCHEMA)
                .field("failure", Schema.OPTIONAL_STRING_SCHEMA)
                .field("failingSince", timestamp)
                .field("malformedRows", Schema.OPTIONAL_INT64_SCHEMA)
                .build();
    }

    public Schema keySchema() {
        return keySchema;
    }

    public Schema valueSchema() {
        return valueSchema;
    }

    public Struct key(Progress progress) {
        return new Struct(keySchema).put("platform", progress.platform()).put("resource", progress.resource());
    }

    public Struct value(Progress progress) {
        Progress.Chunk chunk = progress.chunk();
        Progress.ById byId = chunk.byId();
        return new Struct(valueSchema)
                .put("platform", progress.platform())
                .put("resource", progress.resource())
                .put("phase", progress.phase() == null ? null : progress.phase().text())
                .put("completeUpTo", timestamp(progress.frontier().completeUpTo()))
                .put("readUpTo", timestamp(progress.frontier().readUpTo()))
                .put("pass", chunk.pass() == null ? null : chunk.pass().text())
                .put("windowStart", timestamp(chunk.windowStart()))
                .put("windowEnd", timestamp(chunk.windowEnd()))
                .put("rows", chunk.rows())
                .put("requests", chunk.requests())
                .put(
                        "certainty",
                        chunk.certainty() == null ? null : chunk.certainty().name())
                .put("lateRows", progress.late().rows())
                .put("oldestLateMs", progress.late().oldestMs())
                .put("idsWithoutDetail", progress.idsWithoutDetail())
                .put("ranges", byId == null ? null : byId.ranges())
                .put("percent", byId == null ? null : byId.percent())
                .put("completed", byId == null ? null : byId.completed())
                .put("failure", progress.health().failure())
                .put("failingSince", timestamp(progress.health().failingSince()))
                .put("malformedRows", progress.health().malformedRows());
    }

    private Object timestamp(Instant instant) {
        return instant == null ? null : timestamps.apply(instant);
    }
}
