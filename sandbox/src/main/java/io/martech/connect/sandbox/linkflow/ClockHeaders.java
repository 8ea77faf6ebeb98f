package io.martech.connect.sandbox.linkflow;

import io.martech.connect.sandbox.http.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Puts {@code Date} on answers from the platform's clock, and {@code Age} where they pretend to come from a cache. */
final class ClockHeaders {

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
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().minus(age).atOffset(ZoneOffset.UTC));
    }
}
