package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.sink.record.PlainText;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.UnsuitableValueException;
import org.apache.kafka.connect.data.SchemaAndValue;

/** A text; a number or a truth value is written as text, a time as the platform writes times. */
final class TextForm implements FieldForm {

    private final PlatformTime time;

    TextForm(PlatformTime time) {
        this.time = time;
    }

    @Override
    public JsonNode of(SchemaAndValue field) {
        return TextNode.valueOf(
                PlainText.of(field, time).orElseThrow(() -> new UnsuitableValueException("must hold a text")));
    }
}
