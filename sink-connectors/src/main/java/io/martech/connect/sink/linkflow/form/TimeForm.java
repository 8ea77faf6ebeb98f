package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.sink.record.PlatformTime;
import java.time.Instant;
import org.apache.kafka.connect.data.SchemaAndValue;

/** {@code yyyy-MM-dd HH:mm:ss} at the platform's offset. */
final class TimeForm implements FieldForm {

    private final PlatformTime time;

    TimeForm(PlatformTime time) {
        this.time = time;
    }

    @Override
    public JsonNode of(SchemaAndValue field) {
        Instant instant = time.instantOf(field);
        return instant == null ? NullNode.getInstance() : TextNode.valueOf(time.localText(instant));
    }
}
