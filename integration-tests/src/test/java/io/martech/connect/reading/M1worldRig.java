package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.RateLimit;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.m1world.M1worldClients;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.M1worldServer;
import io.martech.connect.sandbox.m1world.account.M1worldQuirks;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SourcePartitions;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.m1world.M1worldSourceConnector;
import io.martech.connect.source.m1world.M1worldSourceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * A reader of one of M1world's resources, the real one down to HTTP, and the simulated platform, in virtual time. Offsets are
 * stored after each chunk, by source partition as Connect does.
 */
final class M1worldRig implements AutoCloseable {

    static final Duration POLL_INTERVAL = Duration.ofMinutes(5);

    private static final String PLATFORM = "m1world";

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T02:00:00Z"));
    final M1worldPlatform platform;
    final M1worldServer server;
    final PlatformLife life;
    final List<Chunk> chunks = new ArrayList<>();

    /** The last state of each row, by the field that identifies it. */
    final Map<String, JsonNode> fold = new TreeMap<>();

    /** Ids that a tombstone was ever written for. */
    final Set<String> deleted = new HashSet<>();

    private final String resource;
    private final String idField;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<Map<String, String>, Map<String, Object>> offsets = new HashMap<>();
    private final Set<String> versions = new HashSet<>();
    private Runnable change = () -> {};
    private RateLimit rateLimit;
    private HttpPlatformClient client;
    private Resource reader;
    private int records;
    private int repetitions;
    private int tombstones;

    M1worldRig(String resource, String idField, long seed) {
        this.resource = resource;
        this.idField = idField;
        this.platform = new M1worldPlatform(clock, seed);
        this.server = M1worldServer.start(platform);
        this.life = new PlatformLife(clock, () -> change.run());
        properties.put("m1world.url", server.api().uri().toString());
        properties.put("m1world.token", M1worldPlatform.TOKEN);
        properties.put("topic.prefix", "m1");
    }

    M1worldQuirks quirks() {
        return platform.quirks();
    }

    M1worldRig with(String key, String value) {
        properties.put(key, value);
        return this;
    }

    M1worldRig changing(Runnable newChange) {
        this.change = newChange;
        return this;
    }

    M1worldRig limitedTo(RateLimit limit) {
        this.rateLimit = limit;
        return this;
    }

    /** Starts the reader anew from what is stored, as after a crash. */
    void restart() {
        if (client != null) {
            client.close();
        }
        HttpSettings http = HttpSettings.defaults()
                .withRetry(RetryPolicy.withoutEnd(Duration.ofMillis(100), Duration.ofSeconds(2)))
                .withRateLimit(rateLimit);
        VirtualTime time = new VirtualTime(clock, life::pass);
        client = M1worldClients.create(
                M1worldAccount.withKey(server.api().uri().toString(), M1worldPlatform.TOKEN), http, time);
        StoredCursors stored = new StoredCursors(new Offsets(), PLATFORM);
        reader = M1worldSourceConnector.DEFINITION.open(
                resource,
                new SourceContext<>(
                        new M1worldSourceOptions(properties), new LivingClient(client, life), stored, time));
    }

    /** Reads one chunk and stores its cursor: exactly once. */
    Optional<Chunk> readChunk() {
        if (reader == null) {
            restart();
        }
        Optional<Chunk> chunk = reader.reader().next(cursor());
        chunk.ifPresent(read -> {
            chunks.add(read);
            read.rows().forEach(this::append);
            assertThat(read.next().toOffset().toString().length()).isLessThan(256 * 1024);
            Map<String, String> partition = SourcePartitions.of(PLATFORM, resource, read.slice());
            if (read.next().isStart()) {
                offsets.remove(partition);
            } else {
                offsets.put(partition, read.next().toOffset());
            }
        });
        return chunk;
    }

    private void append(Row read) {
        JsonNode row = read.content();
        records++;
        if (read.readMode() == Row.ReadMode.DELETE) {
            tombstones++;
            deleted.add(row.path(idField).asText());
            fold.remove(row.path(idField).asText());
            return;
        }
        repetitions += versions.add(ExactJson.fingerprint(row)) ? 0 : 1;
        fold.put(row.path(idField).asText(), row);
    }

    /** One poll: everything that is ready. */
    void readAll() {
        while (readChunk().isPresent()) {
            // The next one.
        }
    }

    /** Polls for so long, while the platform lives on. */
    void readFor(Duration duration) {
        Instant end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            readAll();
            life.pass(POLL_INTERVAL);
        }
    }

    /** Lets the platform rest, and reads until nothing can be missing any more. */
    void readToRest() {
        life.changesPerSecond(0);
        readFor(Duration.ofHours(3));
        readAll();
    }

    /** Where the resource as a whole stands. */
    Cursor cursor() {
        return Cursor.fromOffset(offsets.get(SourcePartitions.of(PLATFORM, resource)));
    }

    /** Sets a time of the resource as a whole, as a wrong clock or a person would. */
    void alter(String field, String text) {
        offsets.put(
                SourcePartitions.of(PLATFORM, resource),
                cursor().with(field, text).toOffset());
    }

    Resource reader() {
        return reader;
    }

    HttpPlatformClient client() {
        return client;
    }

    int records() {
        return records;
    }

    /** Characters of all that Connect has stored. */
    int storedCharacters() {
        return offsets.toString().length();
    }

    /** How many records said that a row is deleted. */
    int tombstones() {
        return tombstones;
    }

    /** How many records said what an earlier one had said. */
    int repetitions() {
        return repetitions;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        server.close();
        assertThat(server.ownErrors()).as("errors of the simulator itself").isEmpty();
    }

    private final class Offsets implements OffsetStorageReader {

        @Override
        @SuppressWarnings("unchecked")
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            return offsets.get((Map<String, String>) partition);
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
            partitions.forEach(partition -> found.put(partition, offset(partition)));
            return found;
        }
    }
}
