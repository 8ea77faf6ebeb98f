package io.martech.connect.integration.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One form for a row as the platform shows it and as the topic holds it (JSON, decimals as text, times as ISO), so that the two
 * can be compared field by field: nulls are left out, {@code props} is taken apart, {@code unmapped} goes back to where it came
 * from, times are local ones, and a number and its text are one.
 */
public final class CanonicalRow {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CanonicalRow() {}

    /** The row as nested maps, lists and texts. */
    public static Map<String, Object> of(JsonNode row) {
        Map<String, Object> fields = new TreeMap<>();
        row.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                return;
            }
            switch (field.getKey()) {
                case "props" -> fields.put("props", verbatim(value.isTextual() ? parse(value) : value));
                case "unmapped" -> fields.putAll(of(parse(value)));
                default -> fields.put(field.getKey(), canonical(value));
            }
        });
        return fields;
    }

    private static Object canonical(JsonNode value) {
        if (value.isObject()) {
            return of(value);
        }
        if (value.isArray()) {
            List<Object> elements = new ArrayList<>();
            value.forEach(element -> elements.add(canonical(element)));
            return elements;
        }
        return scalar(value);
    }

    private static String scalar(JsonNode value) {
        String text = value.asText();
        if (value.isNumber() || text.matches("-?\\d+\\.\\d+")) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00")) {
            return text.substring(0, 19).replace('T', ' ');
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? text + " 00:00:00" : text;
    }

    /** Custom properties are the customer's: every digit counts, and a null is a value. */
    private static Object verbatim(JsonNode value) {
        if (value.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            value.properties().forEach(field -> fields.put(field.getKey(), verbatim(field.getValue())));
            return fields;
        }
        return value.toString();
    }

    private static JsonNode parse(JsonNode text) {
        try {
            return MAPPER.readTree(text.textValue());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
