package io.martech.connect.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import io.martech.connect.client.youmi.YoumiAccount;
import io.martech.connect.client.youmi.YoumiClients;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.youmi.YoumiList;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import io.martech.connect.sandbox.youmi.YoumiServer;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.RowRecords.TopicRecord;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.youmi.YoumiSourceConnector;
import io.martech.connect.source.youmi.YoumiSourceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A reader of one of Youmi's lists and the platform that it reads, in virtual time. */
final class YoumiRig implements AutoCloseable {

    private static final String PLATFORM = "youmi";

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-03-01T02:00:00Z"));
    final YoumiPlatform platform = new YoumiPlatform(clock, 5);
    final ApiServer server = YoumiServer.start(platform);

    private final YoumiList list;
    private final Duration workerClockIsWrongBy;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, JsonNode> fold = new TreeMap<>();
    private final List<TopicRecord> records = new ArrayList<>();
    private int emitted;
    private int deletes;
    private int largestChunk;
    private final MemoryOffsets offsets = new MemoryOffsets();
    private Cursor cursor = Cursor.start();
    private HttpPlatformClient client;
    private Resource resource;

    YoumiRig(YoumiList list) {
        this(list, Duration.ZERO);
    }

    YoumiRig(YoumiList list, Duration workerClockIsWrongBy) {
        this.list = list;
        this.workerClockIsWrongBy = workerClockIsWrongBy;
        properties.put("youmi.url", server.uri().toString());
        properties.put("youmi.app.id", YoumiPlatform.APP_ID);
        properties.put("youmi.app.key", YoumiPlatform.APP_KEY);
        properties.put("topic.prefix", "ym");
        restart();
    }

    /** Starts the reader anew, from what is stored and with another configuration. */
    void restartWith(String key, String value) {
        properties.put(key, value);
        restart();
    }

    /** Starts the reader anew from what is stored. */
    void restart() {
        if (client != null) {
            client.close();
        }
        HttpSettings http = HttpSettings.defaults()
                .withRetry(RetryPolicy.withoutEnd(Duration.ofMillis(100), Duration.ofSeconds(2)));
        YoumiAccount account = YoumiAccount.of(server.uri().toString(), YoumiPlatform.APP_ID, YoumiPlatform.APP_KEY);
        VirtualTime time = new VirtualTime(clock, workerClockIsWrongBy, clock::advance);
        client = YoumiClients.create(account, http, time);
        resource = YoumiSourceConnector.DEFINITION.open(
                list.text(),
                new SourceContext<>(
                        new YoumiSourceOptions(properties), client, new StoredCursors(offsets, PLATFORM), time));
    }

    /** One poll: everything that is ready. */
    void poll() {
        for (Optional<Chunk> chunk = next(); chunk.isPresent(); chunk = next()) {
            Chunk read = chunk.get();
            read.rows().forEach(this::take);
            largestChunk = Math.max(largestChunk, read.rows().size());
            offsets.store(PLATFORM, list.text(), read);
            cursor = read.slice() == null ? read.next() : cursor;
        }
    }

    /** How many rows the largest chunk had. */
    int largestChunk() {
        return largestChunk;
    }

    private void take(Row row) {
        if (row.readMode() == Row.ReadMode.DELETE) {
            fold.remove(list.keyOf(row.content()));
            deletes += resource.records().ofDeleted(row.content()).size();
            return;
        }
        fold.put(list.keyOf(row.content()), row.content());
        records.addAll(resource.records().of(row.content()));
        emitted++;
    }

    private Optional<Chunk> next() {
        return resource.reader().next(cursor);
    }

    /** How many rows were emitted so far, repetitions included. */
    int emitted() {
        return emitted;
    }

    /** How many rows were told as deleted. */
    int deletes() {
        return deletes;
    }

    /** How many findings the user should look at. */
    long warnings() {
        return resource.warnings().getAsLong();
    }

    /** The records of all rows that were emitted. */
    List<TopicRecord> records() {
        return records;
    }

    /** Counters aside, and without what was unpacked beside the texts. */
    void assertFoldEqualsPlatform() {
        Map<String, String> truth = new TreeMap<>();
        platform.rowsByKey(list).forEach((key, row) -> truth.put(key, compared(row)));
        Map<String, String> read = new TreeMap<>();
        fold.forEach((key, row) -> read.put(key, compared(row)));
        assertThat(read).isEqualTo(truth);
    }

    private static String compared(JsonNode row) {
        ObjectNode copy = row.deepCopy();
        copy.remove(YoumiPlatform.COUNTERS);
        copy.remove(List.of("ad_brand_welist_items", "wechats_items", "customVal_items"));
        return ExactJson.fingerprint(copy);
    }

    @Override
    public void close() {
        client.close();
        server.close();
        assertThat(server.ownErrors()).isEmpty();
    }
}
