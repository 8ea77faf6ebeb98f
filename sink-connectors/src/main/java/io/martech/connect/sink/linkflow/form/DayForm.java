package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.sink.record.PlatformTime;
import java.time.LocalDate;
import org.apache.kafka.connect.data.SchemaAndValue;

/**
 * A birthday: a day, not an instant, written {@code 1991-11-11 00:00:00}, which is the only form of it that the document
 * shows.
 */
final class DayForm implements FieldForm {

    private final PlatformTime time;

    DayForm(PlatformTime time) {
        this.time = time;
    }

    @Override
    public JsonNode of(SchemaAndValue field) {
        LocalDate day = time.dayOf(field);
        return day == null ? NullNode.getInstance() : TextNode.valueOf(time.localText(day));
    }
}
