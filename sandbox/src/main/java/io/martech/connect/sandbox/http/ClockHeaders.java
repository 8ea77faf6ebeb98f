package io.martech.connect.sandbox.http;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts {@code Date} on answers from the platform's clock, and {@code Age} where they pretend to come from a cache. */
final class ClockHeaders {

    /** The form that HTTP prescribes; the JDK's RFC 1123 format writes a day below ten with one digit. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final ApiConditions conditions;

    ClockHeaders(ApiConditions conditions) {
        this.conditions = conditions;
    }

    Response on(Response response) {
        if (!conditions.hasDateHeader().getAsBoolean()) {
            return response;
        }
        Duration age = conditions.age().get();
        if (age == null) {
            return response.withHeader("Date", date(Duration.ZERO));
        }
        return response.withHeader("Date", date(age)).withHeader("Age", Long.toString(age.toSeconds()));
    }

    private String date(Duration age) {
        return HTTP_DATE.format(conditions.clock().instant().minus(age).atOffset(ZoneOffset.UTC));
    }
}
