package io.martech.connect.sink.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.SemanticNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;

/**
 * Normalises a value according to its schema's name, for Connect's and Debezium's logical types: a day becomes a
 * {@link LocalDate}, a time without a zone a {@link LocalDateTime}, an instant an {@link Instant}, a time of day or a
 * duration a text, a decimal a {@link BigDecimal}, JSON text its scalar (objects and arrays stay {@link JsonText}). Other
 * values stay as they are.
 */
final class LogicalTypes {

    /** Debezium's placeholder for a column that did not change and that the database did not log. */
    private static final String UNAVAILABLE = "__debezium_unavailable_value";

    private static final String CONNECT_DAY = org.apache.kafka.connect.data.Date.LOGICAL_NAME;

    private LogicalTypes() {}

    /**
     * @throws UnsuitableValueException if it is not a value of the type that its schema names, or no platform can
     *     represent that type
     */
    static SchemaAndValue plain(SchemaAndValue field) {
        Object value = field.value();
        if (value == null) {
            return field;
        }
        String name = field.schema() == null || field.schema().name() == null
                ? ""
                : field.schema().name();
        if (value instanceof Date date) {
            return new SchemaAndValue(null, ofDate(name, date.toInstant()));
        }
        Object plain = ofName(name, value);
        return plain == value ? field : new SchemaAndValue(null, plain);
    }

    /** Whether the value is a placeholder for one that its source does not know, so that nothing is to be written. */
    static boolean isUnavailable(Object value) {
        if (value instanceof byte[] || value instanceof ByteBuffer) {
            return UNAVAILABLE.equals(text(value));
        }
        return value instanceof List<?> elements
                ? elements.size() == 1 && isUnavailable(elements.get(0))
                : UNAVAILABLE.equals(value);
    }

    private static Object ofDate(String name, Instant instant) {
        if (name.equals(CONNECT_DAY)) {
            return EpochTime.day(
                    Math.floorDiv(instant.getEpochSecond(), Duration.ofDays(1).toSeconds()));
        }
        return name.equals(Time.LOGICAL_NAME)
                ? timeOfDay(instant.toEpochMilli(), ChronoUnit.MILLIS)
                : EpochTime.checked(instant);
    }

    private static Object ofName(String name, Object value) {
        return switch (name) {
            case "org.apache.kafka.connect.data.Date", "io.debezium.time.Date" -> EpochTime.day(number(value));
            case "org.apache.kafka.connect.data.Timestamp" -> EpochTime.instant(number(value), ChronoUnit.MILLIS);
            case "org.apache.kafka.connect.data.Time", "io.debezium.time.Time" ->
                timeOfDay(number(value), ChronoUnit.MILLIS);
            case "io.debezium.time.MicroTime" -> timeOfDay(number(value), ChronoUnit.MICROS);
            case "io.debezium.time.NanoTime" -> timeOfDay(number(value), ChronoUnit.NANOS);
            case "io.debezium.time.Timestamp" -> withoutZone(number(value), ChronoUnit.MILLIS);
            case "io.debezium.time.MicroTimestamp" -> withoutZone(number(value), ChronoUnit.MICROS);
            case "io.debezium.time.NanoTimestamp" -> withoutZone(number(value), ChronoUnit.NANOS);
            case "io.debezium.time.MicroDuration" -> duration(number(value), ChronoUnit.MICROS);
            case "io.debezium.time.NanoDuration" -> duration(number(value), ChronoUnit.NANOS);
            case "io.debezium.time.ZonedTimestamp" ->
                TimeText.parse(text(value)).instant(ZoneOffset.UTC);
            case "io.debezium.time.IsoTimestamp", "io.debezium.data.IsoTimestamp" ->
                LocalDateTime.ofInstant(TimeText.parse(text(value)).instant(ZoneOffset.UTC), ZoneOffset.UTC);
            case "io.debezium.time.IsoDate" -> TimeText.parse(text(value)).writtenDay();
            case "io.debezium.data.IsoTime" -> text(value);
            case "io.debezium.data.VariableScaleDecimal", "io.debezium.data.FixedScaleDecimal" -> decimal(value);
            case SemanticNames.JSON, JsonText.DEBEZIUM -> json(text(value));
            case "io.debezium.data.Bits",
                    "io.debezium.data.geometry.Geometry",
                    "io.debezium.data.geometry.Geography",
                    "io.debezium.data.geometry.Point" ->
                throw new UnsuitableValueException(
                        "must not hold " + name
                                + ", which no field of the platform can hold: leave it out, or have the source write a text or a number");
            default -> value;
        };
    }

    private static LocalDateTime withoutZone(long number, ChronoUnit unit) {
        return LocalDateTime.ofInstant(EpochTime.instant(number, unit), ZoneOffset.UTC);
    }

    /** MySQL's may be negative, and longer than a day. */
    private static String timeOfDay(long number, ChronoUnit unit) {
        Duration time = Duration.of(number, unit).abs();
        String text = String.format("%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        String fraction = String.format("%09d", time.getNano()).replaceFirst("0+$", "");
        return (number < 0 ? "-" : "") + text + (fraction.isEmpty() ? "" : "." + fraction);
    }

    private static String duration(long number, ChronoUnit unit) {
        return Duration.of(number, unit).toString();
    }

    private static Object json(String text) {
        JsonNode json = JsonText.read(text);
        return json.isContainerNode() ? text : JsonText.javaOf(json);
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof Struct struct && struct.schema().field("value") != null) {
            Object digits = struct.getWithoutDefault("value");
            Integer scale = struct.schema().field("scale") == null
                    ? Integer.valueOf(struct.schema().parameters().getOrDefault("scale", "0"))
                    : struct.getInt32("scale");
            if (scale != null && (digits instanceof byte[] || digits instanceof ByteBuffer)) {
                return Numbers.bounded(new BigDecimal(new BigInteger(bytes(digits)), scale));
            }
        }
        throw new UnsuitableValueException("must hold a decimal as Debezium writes it, with scale and value");
    }

    private static long number(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        throw new UnsuitableValueException("must hold a whole number, as its schema says");
    }

    private static String text(Object value) {
        if (value instanceof byte[] || value instanceof ByteBuffer) {
            return new String(bytes(value), StandardCharsets.UTF_8);
        }
        if (value instanceof String text) {
            return text;
        }
        throw new UnsuitableValueException("must hold a text, as its schema says");
    }

    private static byte[] bytes(Object value) {
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        return (byte[]) value;
    }
}
