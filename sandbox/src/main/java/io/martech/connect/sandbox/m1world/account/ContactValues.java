package io.martech.connect.sandbox.m1world.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of contacts. A text of blanks is this platform's empty value, and read as null. */
final class ContactValues {

    /** The offset at which a birthday begins. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    /** {@code Thu May 10 00:00:00 CDT 1990}, from the document. The zone is a trap and the time of day is not meant. */
    private static final Pattern JAVA_DATE =
            Pattern.compile("\\w{3} (\\w{3}) (\\d\\d) \\d\\d:\\d\\d:\\d\\d \\S+ (\\d{4})");

    private static final DateTimeFormatter MONTH_DAY_YEAR = DateTimeFormatter.ofPattern("MMM dd uuuu", Locale.US);

    private final Refusals refusals;

    ContactValues(Refusals refusals) {
        this.refusals = refusals;
    }

    /** A value in {@code /contact/add}: gender is a boolean, a birthday epoch milliseconds, everything else a text. */
    JsonNode added(OriginField field, JsonNode value) {
        if (isEmpty(value)) {
            return null;
        }
        boolean isRight =
                switch (field) {
                    case GENDER -> value.isBoolean();
                    case BIRTHDAY -> value.isIntegralNumber();
                    default -> value.isValueNode();
                };
        if (!isRight) {
            throw refusals.parameter(field.key());
        }
        return switch (field) {
            case GENDER, BIRTHDAY -> value;
            default -> TextNode.valueOf(value.asText());
        };
    }

    /** A value in {@code /contact/edit}, where all of them are texts: 男 or 女, and a birthday as the JDK prints it or a date. */
    JsonNode edited(OriginField field, JsonNode value) {
        if (isEmpty(value)) {
            return null;
        }
        if (!value.isValueNode()) {
            throw refusals.parameter(field.key());
        }
        return switch (field) {
            case GENDER -> gender(value.asText());
            case BIRTHDAY -> birthday(value.asText());
            default -> TextNode.valueOf(value.asText());
        };
    }

    /** The value of a custom field; null when it is empty. */
    String property(JsonNode value) {
        if (isEmpty(value)) {
            return null;
        }
        if (!value.isValueNode()) {
            throw refusals.parameter("label");
        }
        return value.asText();
    }

    private JsonNode gender(String text) {
        return switch (text) {
            case "男" -> BooleanNode.TRUE;
            case "女" -> BooleanNode.FALSE;
            default -> throw refusals.parameter("gender");
        };
    }

    private JsonNode birthday(String text) {
        if (text.matches("-?\\d+")) {
            return LongNode.valueOf(Long.parseLong(text));
        }
        try {
            Matcher javaDate = JAVA_DATE.matcher(text);
            LocalDate date = javaDate.matches()
                    ? LocalDate.parse(
                            javaDate.group(1) + " " + javaDate.group(2) + " " + javaDate.group(3), MONTH_DAY_YEAR)
                    : LocalDate.parse(text);
            return LongNode.valueOf(date.atStartOfDay().toInstant(ZONE).toEpochMilli());
        } catch (DateTimeParseException e) {
            throw refusals.parameter("birthday");
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.asText().isBlank());
    }
}
