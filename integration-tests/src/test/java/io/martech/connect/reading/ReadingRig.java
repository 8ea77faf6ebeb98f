package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A reader of one resource and the platform that it reads, in virtual time. The reader is the real one, down to HTTP; what
 * stands in for Connect is the loop that takes chunks and stores cursors.
 */
final class ReadingRig implements AutoCloseable {

    static final Duration POLL_INTERVAL = Duration.ofSeconds(10);

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T02:00:00Z"));
    final LinkflowPlatform platform;
    final ApiServer server;
    final PlatformLife life;
    final ReadTopic topic = new ReadTopic();
    final List<Chunk> chunks = new ArrayList<>();

    /** What Connect has stored of the resource's slices. */
    final MemoryOffsets slices = new MemoryOffsets();

    private final String resource;
    private final Map<String, String> properties = new HashMap<>();
    private Runnable change = this::updateOne;
    private Duration workerClockIsWrongBy = Duration.ZERO;
    private RigReader reader;

    /** What Connect has stored. */
    Cursor cursor = Cursor.start();

    ReadingRig(String resource, long seed) {
        this.resource = resource;
        this.platform = new LinkflowPlatform(clock, seed);
        this.server = LinkflowServer.start(platform);
        this.life = new PlatformLife(clock, this::change);
        properties.put("linkflow.url", server.uri().toString());
        properties.put("linkflow.app.key", LinkflowPlatform.APP_KEY);
        properties.put("linkflow.app.secret", LinkflowPlatform.APP_SECRET);
        properties.put("topic.prefix", "lf");
    }

    String resource() {
        return resource;
    }

    LinkflowQuirks quirks() {
        return platform.quirks();
    }

    ReadingRig with(String key, String value) {
        properties.put(key, value);
        return this;
    }

    /** What happens on the platform as time passes, instead of updates of random rows. */
    ReadingRig changing(Runnable newChange) {
        this.change = newChange;
        return this;
    }

    private void change() {
        change.run();
    }

    void updateOne() {
        if (isOrders()) {
            platform.orders().updateRandom(1);
        } else {
            platform.contacts().updateRandom(1);
        }
    }

    /** Changes a row without moving its update time. */
    void changeInSilence(long id) {
        if (isOrders()) {
            platform.orders().changeInSilence(id);
        } else {
            platform.contacts().changeInSilence(id);
        }
    }

    List<Long> ids() {
        return isOrders() ? platform.orders().ids() : platform.contacts().ids();
    }

    private boolean isOrders() {
        return "orders".equals(resource);
    }

    /** Lets the worker's clock be wrong. */
    ReadingRig withWorkerClockWrongBy(Duration duration) {
        this.workerClockIsWrongBy = duration;
        return this;
    }

    /** Starts the reader anew from what is stored, as after a crash. */
    void restart() {
        closeReader();
        reader = newReader();
    }

    /** A reader of its own. */
    RigReader newReader() {
        VirtualTime time = new VirtualTime(clock, workerClockIsWrongBy, life::pass);
        return RigReader.open(resource, properties, life, time, slices);
    }

    /** Reads one chunk, and stores its cursor: exactly once. */
    Optional<Chunk> readChunk() {
        if (reader == null) {
            restart();
        }
        Optional<Chunk> chunk = reader.resource().reader().next(cursor);
        chunk.ifPresent(read -> {
            topic.append(read, read.rows().size());
            slices.store("linkflow", resource, read);
            cursor = Cursor.fromOffset(read.next().toOffset());
            chunks.add(read);
        });
        return chunk;
    }

    /** One poll: everything that is ready. */
    void readAll() {
        while (readChunk().isPresent()) {
            // The next one.
        }
    }

    void rest() {
        life.pass(POLL_INTERVAL);
    }

    /** Polls for so long, while the platform lives on. */
    void readFor(Duration duration) {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            readAll();
            rest();
        }
    }

    /** Before which local time everything is told to be in the topic, or null. */
    LocalDateTime completeUpTo() {
        return reader.resource().reader().completeUpTo(cursor);
    }

    /** How many findings are told to the user by a metric. */
    long warnings() {
        return reader.resource().warnings().getAsLong();
    }

    /** How many requests the reader that runs now has sent. */
    long requests() {
        return reader.resource().client().requests();
    }

    /** Lets the platform rest, and reads until nothing can be missing any more. */
    void readToRest() {
        life.changesPerSecond(0);
        readFor(Duration.ofMinutes(3));
        readAll();
    }

    /** The platform's rows as their fold should be. Row by row, since all of them at once may not fit in memory. */
    Map<Long, String> truth() {
        Map<Long, String> fingerprints = new TreeMap<>();
        for (long id : ids()) {
            fingerprints.put(id, ExactJson.fingerprint(row(id)));
        }
        return fingerprints;
    }

    /** The platform's rows as they are now. */
    List<JsonNode> rows() {
        return ids().stream().map(this::row).toList();
    }

    private JsonNode row(long id) {
        return (isOrders() ? platform.orders().find(id) : platform.contacts().find(id)).orElseThrow();
    }

    Map<Long, String> fold() {
        return topic.fold();
    }

    void assertFoldEqualsPlatform() {
        assertNothingIsLost();
        assertThat(topic.backwards()).as("keys that went back in time").isEmpty();
    }

    /** The same where a row may come twice, which takes its key back for a moment. */
    void assertNothingIsLost() {
        Map<Long, String> truth = truth();
        Map<Long, String> fold = fold();
        List<Long> missing =
                truth.keySet().stream().filter(id -> !fold.containsKey(id)).toList();
        List<Long> stale = truth.entrySet().stream()
                .filter(entry -> fold.containsKey(entry.getKey())
                        && !fold.get(entry.getKey()).equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(missing).as("rows missing from the topic").isEmpty();
        assertThat(stale).as("rows whose last state is not in the topic").isEmpty();
        assertThat(fold.keySet()).as("rows that the platform does not have").isEqualTo(truth.keySet());
    }

    private void closeReader() {
        if (reader != null) {
            reader.close();
        }
    }

    @Override
    public void close() {
        closeReader();
        server.close();
        assertThat(server.ownErrors()).as("errors of the simulator itself").isEmpty();
    }
}
