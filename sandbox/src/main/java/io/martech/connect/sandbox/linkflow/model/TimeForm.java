package io.martech.connect.sandbox.linkflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a row says when it was created and updated: the documents show the first form, platforms are known for the others. */
public enum TimeForm {
    /** {@code 2026-03-01 10:00:00}. */
    DOCUMENTED("uuuu-MM-dd HH:mm:ss"),
    /** {@code 2026-03-01 10:00:00.0}. */
    WITH_FRACTION("uuuu-MM-dd HH:mm:ss.S"),
    /** {@code 2026-03-01T10:00:00}. */
    WITH_T("uuuu-MM-dd'T'HH:mm:ss"),
    /** {@code 2026-03-01T10:00:00.000+08:00}. */
    WITH_OFFSET("uuuu-MM-dd'T'HH:mm:ss.SSSXXX"),
    /** {@code 2026-03-01T02:00:00Z}. */
    IN_UTC("uuuu-MM-dd'T'HH:mm:ss'Z'"),
    /** {@code 2026/03/01 10:00:00}. */
    WITH_SLASHES("uuuu/MM/dd HH:mm:ss"),
    MILLISECONDS(null),
    MILLISECONDS_AS_TEXT(null),
    SECONDS(null),
    /** {@code 2026年3月1日}: rows cannot be ordered by that. */
    UNREADABLE("uuuu年M月d日");

    private final DateTimeFormatter text;

    TimeForm(String pattern) {
        this.text = pattern == null ? null : DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    JsonNode of(long epochSecond, ZoneOffset offset) {
        return switch (this) {
            case MILLISECONDS -> JsonText.nodes().numberNode(epochSecond * 1_000);
            case MILLISECONDS_AS_TEXT -> JsonText.nodes().textNode(Long.toString(epochSecond * 1_000));
            case SECONDS -> JsonText.nodes().numberNode(epochSecond);
            case IN_UTC -> text(epochSecond, ZoneOffset.UTC);
            default -> text(epochSecond, offset);
        };
    }

    private JsonNode text(long epochSecond, ZoneOffset offset) {
        return JsonText.nodes()
                .textNode(Instant.ofEpochSecond(epochSecond).atOffset(offset).format(text));
    }
}
