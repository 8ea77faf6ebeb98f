package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.server.LinkflowServer;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A reader of one of Linkflow's lists and the platform that it reads, in virtual time, with rows that come and change. */
final class ListRig implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMinutes(5);

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T02:00:00Z"));
    final LinkflowPlatform platform;
    final ApiServer server;
    final PlatformLife life;

    private final LinkflowListCase list;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> fold = new TreeMap<>();
    private int emitted;
    private int deletes;
    private boolean isDeleting;
    private int changes;
    private final MemoryOffsets offsets = new MemoryOffsets();
    private Cursor cursor = Cursor.start();
    private RigReader reader;

    ListRig(LinkflowListCase list, long seed) {
        this.list = list;
        this.platform = new LinkflowPlatform(clock, seed);
        this.server = LinkflowServer.start(platform);
        this.life = new PlatformLife(clock, this::change);
        properties.put("linkflow.url", server.uri().toString());
        properties.put("linkflow.app.key", LinkflowPlatform.APP_KEY);
        properties.put("linkflow.app.secret", LinkflowPlatform.APP_SECRET);
        properties.put("topic.prefix", "lf");
        list.prepare(platform);
        properties.putAll(list.properties());
        restart();
    }

    /** Rows are deleted too, and the topic is to tell. */
    ListRig deleting() {
        isDeleting = true;
        properties.put("deletes.enabled", "true");
        properties.put("group-members.pass.interval.ms", "1");
        restart();
        return this;
    }

    /** Starts the reader anew from what is stored, with another configuration. */
    void restartWith(Map<String, String> changed) {
        properties.putAll(changed);
        restart();
    }

    private void change() {
        if (changes++ % 5 == 0) {
            list.addTo(platform);
        } else if (isDeleting && changes % 13 == 0) {
            list.deleteFrom(platform);
        } else {
            list.changeIn(platform);
        }
    }

    /** Starts the reader anew from what is stored. */
    void restart() {
        if (reader != null) {
            reader.close();
        }
        reader = RigReader.open(list.resource(), properties, life, new VirtualTime(clock, life::pass), offsets);
    }

    /** One poll: everything that is ready. */
    void readAll() {
        clock.advance(Duration.ofSeconds(2));
        for (Optional<Chunk> chunk = next(); chunk.isPresent(); chunk = next()) {
            Chunk read = chunk.get();
            read.rows().forEach(row -> {
                String key = list.keyOf(row.content());
                if (row.readMode() == Row.ReadMode.DELETE) {
                    fold.remove(key);
                    deletes++;
                } else {
                    fold.put(key, ExactJson.fingerprint(list.shown(row.content())));
                    emitted++;
                }
            });
            offsets.store("linkflow", list.resource(), read);
            if (read.slice() == null) {
                cursor = Cursor.fromOffset(read.next().toOffset());
            }
        }
    }

    private Optional<Chunk> next() {
        return reader.resource().reader().next(cursor);
    }

    /** Polls so many times, while the platform lives on. */
    void readFor(int polls) {
        for (int i = 0; i < polls; i++) {
            readAll();
            life.pass(POLL_INTERVAL.dividedBy(100));
        }
    }

    /** Lets the platform rest, and reads once more. */
    void readToRest() {
        life.changesPerSecond(0);
        readAll();
        readAll();
        readAll();
    }

    int deletes() {
        return deletes;
    }

    /** How many findings the user should look at. */
    long warnings() {
        return reader.resource().warnings().getAsLong();
    }

    int emitted() {
        return emitted;
    }

    Map<String, String> fold() {
        return fold;
    }

    void assertFoldEqualsPlatform() {
        Map<String, String> truth = new TreeMap<>();
        list.truth(platform).forEach(row -> truth.put(list.keyOf(row), ExactJson.fingerprint(row)));
        assertThat(fold.keySet()).as("rows in the topic").isEqualTo(truth.keySet());
        assertThat(truth.keySet().stream().filter(key -> !fold.get(key).equals(truth.get(key))))
                .as("rows whose last state is not in the topic")
                .isEmpty();
    }

    @Override
    public void close() {
        reader.close();
        server.close();
        assertThat(server.ownErrors()).as("errors of the simulator itself").isEmpty();
    }
}
