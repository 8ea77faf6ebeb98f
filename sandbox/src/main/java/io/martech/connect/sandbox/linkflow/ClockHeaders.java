package io.martech.connect.sandbox.linkflow;

import io.martech.connect.sandbox.http.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts {@code Date} on answers from the platform's clock, and {@code Age} where they pretend to come from a cache. */
final class ClockHeaders {

    /** The form that HTTP prescribes; the JDK's RFC 1123 format writes a day below ten with one digit. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final InstantSource clock;
    private final LinkflowBehaviour behaviour;

    ClockHeaders(InstantSource clock, LinkflowBehaviour behaviour) {
        this.clock = clock;
        this.behaviour = behaviour;
    }

    Response on(Response response) {
        if (!behaviour.hasDateHeader()) {
            return response;
        }
        Duration age = behaviour.age();
        if (age == null) {
            return response.withHeader("Date", date(Duration.ZERO));
        }
        return response.withHeader("Date", date(age)).withHeader("Age", Long.toString(age.toSeconds()));
    }

    private String date(Duration age) {
        return HTTP_DATE.format(clock.instant().minus(age).atOffset(ZoneOffset.UTC));
    }
}
