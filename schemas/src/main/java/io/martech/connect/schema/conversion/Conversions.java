package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.ExactNumbers;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.type.LocalTimes;
import io.martech.connect.schema.type.SemanticNames;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** Selects the conversion and the Connect schema of a field, once per schema and never per row. */
public final class Conversions {

    private static final String AVRO_PRECISION_PARAMETER = "connect.decimal.precision";

    private final Handling handling;

    public Conversions(Handling handling) {
        this.handling = handling;
    }

    Conversion optional(FieldKind kind) {
        return of(kind, true);
    }

    Conversion required(FieldKind kind) {
        return of(kind, false);
    }

    private Conversion of(FieldKind kind, boolean optional) {
        if (kind instanceof FieldKind.Nested nested) {
            return new StructConversion(nested.entity(), optional, this);
        }
        if (kind instanceof FieldKind.ListOf list) {
            return new ListConversion(required(list.element()), optional);
        }
        return scalar((FieldKind.Scalar) kind, optional);
    }

    private Conversion scalar(FieldKind.Scalar kind, boolean optional) {
        return switch (kind) {
            case TEXT -> conversion(SchemaBuilder.string(), optional, Conversions::text);
            case LONG -> conversion(SchemaBuilder.int64(), optional, ExactNumbers::longOf);
            case INT -> conversion(SchemaBuilder.int32(), optional, ExactNumbers::intOf);
            case BOOLEAN -> conversion(SchemaBuilder.bool(), optional, Conversions::truth);
            case DECIMAL -> decimal(optional);
            case TIMESTAMP -> timestamp(optional);
            case ANY_TIMESTAMP -> anyTimestamp(optional);
            case DATE -> date(optional);
            case EPOCH_SECONDS -> epoch(optional, 1_000);
            case EPOCH_MILLISECONDS -> epoch(optional, 1);
            case EPOCH_DAY -> new EpochDayConversion(date(optional), handling.zone());
            case PROPS -> props(optional);
            case JSON -> conversion(json(), optional, JsonNode::toString);
        };
    }

    private Conversion decimal(boolean optional) {
        return switch (handling.decimals()) {
            case PRECISE ->
                conversion(
                        Decimal.builder(DecimalFunctions.SCALE)
                                .parameter(AVRO_PRECISION_PARAMETER, String.valueOf(DecimalFunctions.PRECISION)),
                        optional,
                        DecimalFunctions::precise);
            case STRING -> conversion(SchemaBuilder.string(), optional, DecimalFunctions::text);
            case DOUBLE -> conversion(SchemaBuilder.float64(), optional, DecimalFunctions::rounded);
        };
    }

    private Conversion timestamp(boolean optional) {
        return switch (handling.timestamps()) {
            case CONNECT ->
                new LocalTimestamp(conversion(
                        Timestamp.builder(), optional, json -> TimeFunctions.timestamp(json, handling.zone())));
            case ISO ->
                new LocalTimestamp(conversion(
                        SchemaBuilder.string(), optional, json -> TimeFunctions.isoTimestamp(json, handling.zone())));
        };
    }

    private Conversion anyTimestamp(boolean optional) {
        SchemaBuilder schema =
                handling.timestamps() == Handling.Timestamps.CONNECT ? Timestamp.builder() : SchemaBuilder.string();
        return new AnyTimestampConversion(optional ? schema.optional().build() : schema.build(), handling);
    }

    private Conversion date(boolean optional) {
        return switch (handling.timestamps()) {
            case CONNECT -> conversion(Date.builder(), optional, TimeFunctions::date);
            case ISO -> conversion(SchemaBuilder.string(), optional, TimeFunctions::isoDate);
        };
    }

    private Conversion epoch(boolean optional, long millisecondsPerUnit) {
        return switch (handling.timestamps()) {
            case CONNECT ->
                conversion(Timestamp.builder(), optional, json -> TimeFunctions.epoch(json, millisecondsPerUnit));
            case ISO ->
                conversion(
                        SchemaBuilder.string(),
                        optional,
                        json -> TimeFunctions.isoEpoch(json, millisecondsPerUnit, handling.zone()));
        };
    }

    private Conversion props(boolean optional) {
        return switch (handling.props()) {
            case JSON -> conversion(json(), optional, PropsFunctions::json);
            case MAP ->
                conversion(SchemaBuilder.map(Schema.STRING_SCHEMA, json().build()), optional, PropsFunctions::map);
        };
    }

    /** A text that holds JSON. */
    static SchemaBuilder json() {
        return SchemaBuilder.string().name(SemanticNames.JSON);
    }

    private static Object text(JsonNode json) {
        return json.isTextual() || json.isNumber() ? json.asText() : null;
    }

    private static Object truth(JsonNode json) {
        return json.isBoolean() ? (Boolean) json.booleanValue() : null;
    }

    /** A time in an unusual form is converted, and its original is kept as well. */
    private record LocalTimestamp(Conversion conversion) implements Conversion {

        @Override
        public Schema schema() {
            return conversion.schema();
        }

        @Override
        public Object convert(JsonNode json) {
            return conversion.convert(json);
        }

        @Override
        public JsonNode leftBehind(JsonNode json) {
            boolean isUsual = json.isTextual() && LocalTimes.timeOf(json.textValue()) != null;
            return isUsual || !fits(json) ? null : json;
        }
    }

    private static Conversion conversion(SchemaBuilder schema, boolean optional, Function<JsonNode, Object> function) {
        return new ScalarConversion(optional ? schema.optional().build() : schema.build(), function);
    }

    /** Converts custom properties to each of the two {@link Handling.Props}; both keep every digit of every number. */
    private static final class PropsFunctions {

        private PropsFunctions() {}

        static Object json(JsonNode json) {
            return json.isObject() ? json.toString() : null;
        }

        /** A property that is null becomes the JSON text {@code null}, to distinguish it from an absent one. */
        static Object map(JsonNode json) {
            if (!json.isObject()) {
                return null;
            }
            Map<String, String> texts = new LinkedHashMap<>();
            json.properties()
                    .forEach(property ->
                            texts.put(property.getKey(), property.getValue().toString()));
            return texts;
        }
    }

    /** A conversion by one function, which returns null if the JSON cannot be converted. */
    private record ScalarConversion(Schema schema, Function<JsonNode, Object> function) implements Conversion {

        @Override
        public Object convert(JsonNode json) {
            return function.apply(json);
        }
    }

    /** Converts an exact decimal number to each of the three {@link Handling.Decimals}. */
    private static final class DecimalFunctions {

        static final int SCALE = 6;
        static final int PRECISION = 38;

        private DecimalFunctions() {}

        /** The number at scale 6; null if it has more decimal places, or more than 38 digits. */
        static Object precise(JsonNode json) {
            BigDecimal number = ExactNumbers.decimalOf(json);
            if (number == null) {
                return null;
            }
            if (number.signum() == 0) {
                return BigDecimal.ZERO.setScale(SCALE);
            }
            BigDecimal shortest = number.scale() > SCALE ? number.stripTrailingZeros() : number;
            // Checked before the digits are expanded: 1e999999999 at scale 6 would not fit into memory.
            long digitsBeforePoint = (long) shortest.precision() - shortest.scale();
            return shortest.scale() <= SCALE && digitsBeforePoint <= PRECISION - SCALE
                    ? shortest.setScale(SCALE)
                    : null;
        }

        /** The number as text, with every digit that the platform sent. */
        static Object text(JsonNode json) {
            BigDecimal number = ExactNumbers.decimalOf(json);
            return number == null ? null : number.toString();
        }

        /** The nearest double; null if the number exceeds its range. */
        static Object rounded(JsonNode json) {
            BigDecimal number = ExactNumbers.decimalOf(json);
            if (number == null) {
                return null;
            }
            double rounded = number.doubleValue();
            return Double.isFinite(rounded) ? (Double) rounded : null;
        }
    }
}
