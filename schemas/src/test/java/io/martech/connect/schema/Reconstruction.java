package io.martech.connect.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.FieldType;
import io.martech.connect.schema.type.Handling;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.connect.data.Struct;

/** Puts a row together again from its value and what is in {@code unmapped}; knows the fields' kinds, not the conversion. */
public final class Reconstruction {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private final Handling handling;

    public Reconstruction(Handling handling) {
        this.handling = handling;
    }

    /** The row, without the fields that were null. */
    public ObjectNode row(EntityType entity, Struct struct) {
        ObjectNode row = JSON.objectNode();
        String text = struct.getString("unmapped");
        JsonNode unmapped = text == null ? JSON.objectNode() : ExactJson.read(text);
        for (FieldType field : entity.fields()) {
            Object value = struct.get(field.name());
            JsonNode rest = unmapped.get(field.name());
            if (value != null) {
                row.set(field.name(), json(field.kind(), value, rest));
            } else if (rest != null) {
                row.set(field.name(), rest);
            }
        }
        eachProperty(unmapped, (name, value) -> {
            if (!row.has(name)) {
                row.set(name, value);
            }
        });
        return row;
    }

    private JsonNode json(FieldKind kind, Object value, JsonNode rest) {
        if (kind instanceof FieldKind.ListOf list) {
            return array(list, (List<?>) value, rest == null ? JSON.objectNode() : rest);
        }
        if (rest != null
                && (kind == FieldKind.Scalar.EPOCH_DAY
                        || kind == FieldKind.Scalar.TIMESTAMP
                        || kind == FieldKind.Scalar.ANY_TIMESTAMP)) {
            return rest;
        }
        if (rest != null) {
            throw new AssertionError("A field is in its place and in unmapped: " + rest);
        }
        if (kind instanceof FieldKind.Nested nested) {
            return row(nested.entity(), (Struct) value);
        }
        return scalar((FieldKind.Scalar) kind, value);
    }

    private ArrayNode array(FieldKind.ListOf list, List<?> values, JsonNode rest) {
        ArrayNode array = JSON.arrayNode();
        int next = 0;
        for (int i = 0; i < values.size() + rest.size(); i++) {
            JsonNode unfit = rest.get(String.valueOf(i));
            array.add(unfit != null ? unfit : json(list.element(), values.get(next++), null));
        }
        return array;
    }

    private JsonNode scalar(FieldKind.Scalar kind, Object value) {
        return switch (kind) {
            case TEXT -> JSON.textNode((String) value);
            case LONG, INT -> JSON.numberNode(((Number) value).longValue());
            case DECIMAL -> JSON.numberNode(new BigDecimal(value.toString()));
            case BOOLEAN -> JSON.booleanNode((Boolean) value);
            case TIMESTAMP -> JSON.textNode(localTime(value));
            case ANY_TIMESTAMP -> JSON.textNode(instant(value).toString());
            case DATE -> JSON.textNode(day(value));
            case EPOCH_SECONDS -> JSON.numberNode(instant(value).getEpochSecond());
            case EPOCH_MILLISECONDS -> JSON.numberNode(instant(value).toEpochMilli());
            case EPOCH_DAY ->
                JSON.numberNode(LocalDate.parse(day(value))
                        .atStartOfDay()
                        .toInstant(handling.zone())
                        .toEpochMilli());
            case PROPS -> props(value);
            case JSON -> ExactJson.read((String) value);
        };
    }

    private static Instant instant(Object value) {
        return value instanceof Date date
                ? date.toInstant()
                : OffsetDateTime.parse((String) value).toInstant();
    }

    private String localTime(Object value) {
        LocalDateTime time = value instanceof Date date
                ? LocalDateTime.ofInstant(date.toInstant(), handling.zone())
                : OffsetDateTime.parse((String) value).toLocalDateTime();
        return TIME.format(time);
    }

    private static String day(Object value) {
        return value instanceof Date date
                ? LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneOffset.UTC)
                        .toLocalDate()
                        .toString()
                : (String) value;
    }

    private static JsonNode props(Object value) {
        if (value instanceof String text) {
            return ExactJson.read(text);
        }
        ObjectNode props = JSON.objectNode();
        ((Map<?, ?>) value).forEach((name, json) -> props.set((String) name, ExactJson.read((String) json)));
        return props;
    }

    /**
     * The row in the form in which a reconstructed one is equal to it: what the schema is free to write in one of several ways
     * (numbers of a text, a day with or without midnight, null or nothing) in one way. All else stays as it is.
     */
    public static ObjectNode normalized(EntityType entity, JsonNode row) {
        ObjectNode normalized = JSON.objectNode();
        eachProperty(row, (name, value) -> {
            FieldType field = entity.fields().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                normalized.set(name, value);
            } else if (!value.isNull()) {
                normalized.set(name, normalized(field.kind(), value));
            }
        });
        return normalized;
    }

    private static JsonNode normalized(FieldKind kind, JsonNode value) {
        if (kind instanceof FieldKind.Nested nested && value.isObject()) {
            return normalized(nested.entity(), value);
        }
        if (kind instanceof FieldKind.ListOf list && value.isArray()) {
            ArrayNode array = JSON.arrayNode();
            value.forEach(element -> array.add(normalized(list.element(), element)));
            return array;
        }
        if (kind == FieldKind.Scalar.JSON || (!value.isTextual() && !value.isNumber())) {
            return value;
        }
        String text = value.asText();
        if (kind == FieldKind.Scalar.TIMESTAMP && text.matches(".* \\d\\d:\\d\\d:\\d\\d\\.0")) {
            return JSON.textNode(text.substring(0, text.length() - 2));
        }
        if (kind == FieldKind.Scalar.ANY_TIMESTAMP && value.isTextual()) {
            return JSON.textNode(anyTime(text));
        }
        if (kind == FieldKind.Scalar.DATE && text.endsWith(" 00:00:00")) {
            return JSON.textNode(text.substring(0, 10));
        }
        boolean numeric =
                kind != FieldKind.Scalar.TEXT && kind != FieldKind.Scalar.DATE && kind != FieldKind.Scalar.TIMESTAMP;
        if (numeric && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            BigDecimal number = new BigDecimal(text);
            return JSON.textNode(
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
        }
        return kind == FieldKind.Scalar.TEXT ? JSON.textNode(text) : value;
    }

    /** In UTC; a text that is no time stays as it is. */
    private static String anyTime(String text) {
        String form = text.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(form.matches(".*T.*[Z+-].*") ? form : form + "+08:00")
                    .toInstant()
                    .toString();
        } catch (DateTimeException noTime) {
            return text;
        }
    }

    private static void eachProperty(JsonNode object, BiConsumer<String, JsonNode> action) {
        object.properties().forEach(property -> action.accept(property.getKey(), property.getValue()));
    }
}
