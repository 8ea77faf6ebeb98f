package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Whether a record's field means what the platform's field says, in any of the forms that the connectors offer: a number sent as a
 * text or the reverse, and a local time of the platform as an instant or a day.
 */
final class SameValue {

    /** The platform's times are Chinese, whatever the zone of this machine is. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private SameValue() {}

    static boolean isSame(JsonNode platform, JsonNode topic) {
        if (platform.isTextual() && topic.isTextual()) {
            return platform.textValue().equals(topic.textValue())
                    || isSameTime(platform.textValue(), topic.textValue());
        }
        if (platform.isTextual() && topic.isNumber()) {
            return isSameNumber(platform.textValue(), topic) || isSameTime(platform.textValue(), topic);
        }
        if (platform.isNumber() && topic.isTextual()) {
            return isSameNumber(topic.textValue(), platform);
        }
        if (platform.isNumber() && topic.isNumber()) {
            return platform.decimalValue().compareTo(topic.decimalValue()) == 0;
        }
        return platform.equals(topic);
    }

    private static boolean isSameNumber(String text, JsonNode number) {
        try {
            return new BigDecimal(text).compareTo(number.decimalValue()) == 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static boolean isSameTime(String platform, String topic) {
        try {
            LocalDateTime local = LocalDateTime.parse(platform, LOCAL_TIME);
            return topic.contains("T")
                    ? OffsetDateTime.parse(topic).toInstant().equals(local.toInstant(ZONE))
                    : LocalDate.parse(topic).equals(local.toLocalDate());
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    /** A Timestamp is milliseconds since 1970, a Date is days since 1970. */
    private static boolean isSameTime(String platform, JsonNode topic) {
        try {
            LocalDateTime local = LocalDateTime.parse(platform, LOCAL_TIME);
            return topic.isIntegralNumber()
                    && (Instant.ofEpochMilli(topic.longValue()).equals(local.toInstant(ZONE))
                            || topic.longValue() == local.toLocalDate().toEpochDay());
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}
