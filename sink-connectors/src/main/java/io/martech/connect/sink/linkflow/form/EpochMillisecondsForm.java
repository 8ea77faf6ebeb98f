package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.martech.connect.sink.record.PlatformTime;
import java.time.Instant;
import org.apache.kafka.connect.data.SchemaAndValue;

/** A number of milliseconds since 1970, as an event's {@code eventDate}. */
final class EpochMillisecondsForm implements FieldForm {

    private final PlatformTime time;

    EpochMillisecondsForm(PlatformTime time) {
        this.time = time;
    }

    @Override
    public JsonNode of(SchemaAndValue field) {
        Instant instant = time.instantOf(field);
        return instant == null ? NullNode.getInstance() : LongNode.valueOf(instant.toEpochMilli());
    }
}
