package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.Handling;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Locale;
import org.apache.kafka.connect.data.Schema;

/**
 * {@link FieldKind.Scalar#ANY_TIMESTAMP}: a time with or without an offset and a fraction, with {@code T} or a blank
 * between date and time. Connect's own type holds milliseconds; a more precise time is truncated to the millisecond, and
 * its original text is kept in {@code unmapped}.
 */
final class AnyTimestampConversion implements Conversion {

    private static final int PLACE_OF_SEPARATOR = 10;
    private static final int NANOS_PER_MILLISECOND = 1_000_000;

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Schema schema;
    private final boolean isText;
    private final ZoneOffset zone;

    AnyTimestampConversion(Schema schema, Handling handling) {
        this.schema = schema;
        this.isText = handling.timestamps() == Handling.Timestamps.ISO;
        this.zone = handling.zone();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Object convert(JsonNode json) {
        TemporalAccessor time = timeOf(json);
        if (time == null) {
            return isText ? TimeFunctions.isoTimestamp(json, zone) : TimeFunctions.timestamp(json, zone);
        }
        return isText
                ? withOffset(time, json.textValue())
                : Date.from(exact(time).toInstant());
    }

    /** Keeps all digits that the platform sent. */
    private String withOffset(TemporalAccessor time, String sent) {
        return time instanceof OffsetDateTime ? withSeparator(sent) : withSeparator(sent) + zone.getId();
    }

    @Override
    public JsonNode leftBehind(JsonNode json) {
        TemporalAccessor time = timeOf(json);
        if (time == null) {
            return fits(json) ? json : null;
        }
        return isText || exact(time).getNano() % NANOS_PER_MILLISECOND == 0 ? null : json;
    }

    private OffsetDateTime exact(TemporalAccessor time) {
        return time instanceof OffsetDateTime exact ? exact : ((LocalDateTime) time).atOffset(zone);
    }

    /** A time with or without an offset; null if the value is not a time. */
    private static TemporalAccessor timeOf(JsonNode json) {
        String text = json.isTextual() ? json.textValue() : "";
        // A four-digit year: a platform would not send any other.
        if (text.length() <= PLACE_OF_SEPARATOR || !isSeparator(text.charAt(PLACE_OF_SEPARATOR))) {
            return null;
        }
        try {
            return FORM.parseBest(withSeparator(text), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static String withSeparator(String text) {
        return text.substring(0, PLACE_OF_SEPARATOR) + 'T' + text.substring(PLACE_OF_SEPARATOR + 1);
    }

    private static boolean isSeparator(char character) {
        return character == 'T' || character == ' ';
    }
}
