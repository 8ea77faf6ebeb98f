package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.schema.type.ExactNumbers;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.connect.data.Schema;

/** A birthday that a platform sends as an instant: a day at the platform's offset, wherever the reader is. */
record EpochDayConversion(Conversion day, ZoneOffset zone) implements Conversion {

    private static final long LATEST_MILLISECONDS = 253_402_300_799_999L;

    @Override
    public Schema schema() {
        return day.schema();
    }

    @Override
    public Object convert(JsonNode json) {
        OffsetDateTime time = timeOf(json);
        return time == null
                ? null
                : day.convert(TextNode.valueOf(time.toLocalDate().toString()));
    }

    /** The number, if it says more than the day. */
    @Override
    public JsonNode leftBehind(JsonNode json) {
        OffsetDateTime time = timeOf(json);
        return time == null || time.toLocalTime().equals(LocalTime.MIDNIGHT) ? null : json;
    }

    private OffsetDateTime timeOf(JsonNode json) {
        Long number = ExactNumbers.longOf(json);
        boolean isPlausible = number != null && Math.abs(number) <= LATEST_MILLISECONDS;
        OffsetDateTime time = isPlausible ? Instant.ofEpochMilli(number).atOffset(zone) : null;
        return time == null || time.getYear() < 1 || time.getYear() > 9999 ? null : time;
    }
}
