package io.martech.connect.sink.linkflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.client.Json;
import io.martech.connect.sink.record.Fields;
import io.martech.connect.sink.record.JsonText;
import io.martech.connect.sink.record.Numbers;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.data.SchemaAndValue;

/**
 * The form of a custom property: any JSON. Structs and Maps become objects, lists arrays, numbers keep their digits,
 * and a text whose schema says that it is JSON becomes that JSON.
 */
public final class PropertyForm implements FieldForm {

    private final NullFields nullFields;
    private final Function<SchemaAndValue, String> times;

    private PropertyForm(NullFields nullFields, Function<SchemaAndValue, String> times) {
        this.nullFields = nullFields;
        this.times = times;
    }

    /** With times in UTC, as documented for the properties of contacts. */
    static PropertyForm withUtcTimes(PlatformTime time, NullFields nullFields) {
        return new PropertyForm(nullFields, time::utcText);
    }

    /** With local times, as documented for the properties of orders. */
    public static PropertyForm withLocalTimes(PlatformTime time, NullFields nullFields) {
        return new PropertyForm(nullFields, time::localText);
    }

    @Override
    public JsonNode of(SchemaAndValue field) {
        Object value = field.value();
        if (value == null) {
            return NullNode.getInstance();
        }
        Optional<JsonNode> json = JsonText.in(field);
        if (json.isPresent()) {
            return underTheRuleForNulls(json.get());
        }
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        if (value instanceof Number number) {
            return Numbers.json(number);
        }
        if (value instanceof Temporal) {
            return TextNode.valueOf(times.apply(field));
        }
        Optional<List<SchemaAndValue>> elements = Fields.elementsOf(field);
        return elements.isPresent()
                ? array(elements.get())
                : object(Fields.of(field)
                        .orElseThrow(() -> new UnsuitableValueException(
                                "must hold text, a number, a boolean, a time, or lists and objects of these")));
    }

    private ObjectNode object(Fields fields) {
        ObjectNode object = Json.object();
        for (Map.Entry<String, SchemaAndValue> field : fields.byName().entrySet()) {
            try {
                object.set(field.getKey(), of(field.getValue()));
            } catch (UnsuitableValueException unsuitable) {
                throw unsuitable.of(field.getKey());
            }
        }
        return underTheRuleForNulls(object);
    }

    // A null in a list keeps its place: leaving it out would move the others.
    private ArrayNode array(List<SchemaAndValue> elements) {
        ArrayNode array = Json.array();
        elements.forEach(element -> array.add(of(element)));
        return array;
    }

    private <T extends JsonNode> T underTheRuleForNulls(T node) {
        if (nullFields == NullFields.OMIT) {
            removeNullFields(node);
        }
        return node;
    }

    private static void removeNullFields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(object.properties().stream()
                    .filter(field -> field.getValue().isNull())
                    .map(Map.Entry::getKey)
                    .toList());
        }
        node.forEach(PropertyForm::removeNullFields);
    }

    /**
     * Parses a text as JSON, keeping every digit. Nulls are treated as in a Map.
     *
     * @throws UnsuitableValueException if the text is not JSON
     */
    JsonNode json(String text) {
        return underTheRuleForNulls(JsonText.read(text));
    }
}
