package io.martech.connect.schema.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.schema.type.ExactNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.kafka.connect.data.Schema;

/**
 * A birthday that a platform sends as an instant: the day whose midnight it is, at the platform's offset or in
 * Asia/Shanghai, where daylight saving time applied in the summers of 1986 to 1991. If it is midnight in neither, the day
 * in the adjacent text field if that is one of the two candidates, otherwise the day at the platform's offset.
 */
record EpochDayConversion(Conversion day, ZoneOffset zone) implements Conversion {

    private static final long LATEST_MILLISECONDS = 253_402_300_799_999L;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Suffix of the adjacent field that holds the same day as text. */
    private static final String IN_WORDS = "_des";

    @Override
    public Schema schema() {
        return day.schema();
    }

    @Override
    public Object convert(JsonNode json) {
        return converted(json, MissingNode.getInstance());
    }

    @Override
    public Object convertIn(JsonNode row, String name) {
        return converted(row.get(name), row.path(name + IN_WORDS));
    }

    private Object converted(JsonNode json, JsonNode inWords) {
        Instant time = timeOf(json);
        return time == null
                ? null
                : day.convert(TextNode.valueOf(dayOf(time, inWords.asText()).toString()));
    }

    private LocalDate dayOf(Instant time, String inWords) {
        LocalDate here = LocalDate.ofInstant(time, zone);
        LocalDate inShanghai = LocalDate.ofInstant(time, SHANGHAI);
        boolean isMidnightHere = isMidnight(time, zone);
        if (isMidnightHere != isMidnight(time, SHANGHAI)) {
            return isMidnightHere ? here : inShanghai;
        }
        return inWords.strip().equals(inShanghai.toString()) ? inShanghai : here;
    }

    private static boolean isMidnight(Instant time, ZoneId zone) {
        return LocalTime.ofInstant(time, zone).equals(LocalTime.MIDNIGHT);
    }

    /** The original number, if it cannot be derived from the day. */
    @Override
    public JsonNode leftBehind(JsonNode json) {
        Instant time = timeOf(json);
        return time == null || isMidnight(time, zone) ? null : json;
    }

    private Instant timeOf(JsonNode json) {
        Long number = ExactNumbers.longOf(json);
        boolean isPlausible = number != null && Math.abs(number) <= LATEST_MILLISECONDS;
        Instant time = isPlausible ? Instant.ofEpochMilli(number) : null;
        int year = time == null ? 0 : time.atOffset(zone).getYear();
        return year < 1 || year > 9999 ? null : time;
    }
}
