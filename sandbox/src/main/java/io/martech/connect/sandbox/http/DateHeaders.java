package io.martech.connect.sandbox.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the answers of a simulated platform say of the time: {@code Date} from the platform's clock unless set otherwise. The clocks of
 * nodes and proxies may disagree with the one that dates rows. May be changed while requests are served; thread-safe. Setters return
 * this object.
 */
public final class DateHeaders {

    /** The form that HTTP prescribes; the JDK's RFC 1123 format writes a day below ten with one digit. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean present = true;
    private volatile Duration age;
    private volatile List<Duration> nodes = List.of(Duration.ZERO);

    /** Whether answers carry {@code Date}; true unless set. */
    public DateHeaders present(boolean value) {
        present = value;
        return this;
    }

    /** Marks answers as coming from a cache: {@code Age}, and a {@code Date} that old. Null, as unless set: no cache. */
    public DateHeaders age(Duration value) {
        age = value;
        return this;
    }

    /**
     * Answers come from several nodes in turn, each with a clock of its own. With one duration it is a proxy whose clock is wrong.
     *
     * @param ahead by how much each node is ahead of the clock that dates rows; negative if it is behind
     */
    public DateHeaders nodesAhead(Duration... ahead) {
        nodes = List.of(ahead);
        return this;
    }

    Response on(Response response, InstantSource clock) {
        if (!present) {
            return response;
        }
        List<Duration> clocks = nodes;
        Duration ahead = clocks.get(Math.floorMod(answers.getAndIncrement(), clocks.size()));
        Duration cached = age;
        Instant date = clock.instant().plus(ahead).minus(cached == null ? Duration.ZERO : cached);
        Response dated = response.withHeader("Date", HTTP_DATE.format(date.atOffset(ZoneOffset.UTC)));
        return cached == null ? dated : dated.withHeader("Age", Long.toString(cached.toSeconds()));
    }
}
