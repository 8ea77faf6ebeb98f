package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.martech.connect.client.Json;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.Set;
import org.apache.kafka.connect.data.SchemaAndValue;

/** The field {@code lines} of an order: a list of lines, each in its own documented form. */
final class LinesForm implements FieldForm {

    private final DocumentedData line;
    private final Set<String> readingOnly;

    /** @param readingOnly fields of a line that only reading knows; they are dropped */
    LinesForm(DocumentedData line, Set<String> readingOnly) {
        this.line = line;
        this.readingOnly = readingOnly;
    }

    @Override
    public JsonNode of(SchemaAndValue field) {
        ArrayNode lines = Json.array();
        Fields.elementsOf(field)
                .orElseThrow(() -> new UnsuitableValueException("must hold a list of lines"))
                .forEach(element -> lines.add(lineOf(element)));
        return lines;
    }

    private JsonNode lineOf(SchemaAndValue element) {
        Fields fields = Fields.of(element)
                .orElseThrow(() -> new UnsuitableValueException("must hold a list of Maps or Structs"));
        return line.of(fields.byName(fields.names().stream()
                .filter(name -> !readingOnly.contains(name))
                .toList()));
    }
}
