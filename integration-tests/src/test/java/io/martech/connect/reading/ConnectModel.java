package io.martech.connect.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.engine.EngineSettings;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.RowRecords;
import io.martech.connect.source.engine.SourceEngine;
import io.martech.connect.source.engine.SourcePartitions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * What a worker does with the records of a task: it sends them, they are acknowledged in order within a partition of a topic
 * and in any order across partitions, and for each source partition it stores the offset of the last record before which all are
 * acknowledged. A record that a transformation drops is confirmed, but its offset is never stored.
 */
final class ConnectModel implements AutoCloseable {

    private static final String DATA = "data";
    private static final int PARTITIONS = 3;

    private final ReadingRig rig;
    private final Random random;
    private final Set<Long> dropped = new HashSet<>();
    private final List<Sent> inFlight = new ArrayList<>();
    private boolean dropsTheLastRowOfAChunk;
    private Consumer<LocalDateTime> onProgress = completeUpTo -> {};
    private Map<String, ?> stored = Map.of();
    private final Map<String, ?> wholeResource;
    private final NavigableMap<Integer, Integer> visibleRowsByChunk = new TreeMap<>();
    private int chunk;
    private int rowsThatMayComeAgain;
    private RigReader reader;
    private SourceEngine engine;

    private static final class Sent {

        private final SourceRecord record;
        private final int chunk;
        private final boolean isLastOfChunk;
        private final int partition;
        private boolean isAcknowledged;

        private Sent(SourceRecord record, int chunk, boolean isLastOfChunk) {
            this.record = record;
            this.chunk = chunk;
            this.isLastOfChunk = isLastOfChunk;
            this.partition = isData() ? Math.floorMod(record.key().hashCode(), PARTITIONS) : PARTITIONS;
        }

        private boolean isData() {
            return DATA.equals(record.topic());
        }
    }

    ConnectModel(ReadingRig rig, long seed) {
        this.rig = rig;
        this.random = new Random(seed);
        this.wholeResource = SourcePartitions.of("linkflow", rig.resource());
        start();
    }

    /** A transformation that swallows the last data record of every chunk. */
    ConnectModel droppingTheLastRowOfAChunk() {
        this.dropsTheLastRowOfAChunk = true;
        return this;
    }

    /** Is told what a progress record says, when a reader of its topic can see it. */
    ConnectModel tellingCompleteUpTo(Consumer<LocalDateTime> listener) {
        this.onProgress = listener;
        return this;
    }

    /** Takes the chunks that are ready and sends them. */
    void poll() throws InterruptedException {
        List<SourceRecord> records = engine.poll();
        int begin = 0;
        for (int i = 0; records != null && i < records.size(); i++) {
            if (isLastOfAChunk(records.get(i))) {
                send(records.subList(begin, i + 1));
                begin = i + 1;
            }
        }
    }

    private boolean isLastOfAChunk(SourceRecord record) {
        return !DATA.equals(record.topic()) && wholeResource.equals(record.sourcePartition());
    }

    private void send(List<SourceRecord> records) {
        chunk++;
        int lastRow = lastRowOf(records);
        for (int i = 0; i < records.size(); i++) {
            SourceRecord record = records.get(i);
            if (dropsTheLastRowOfAChunk && i == lastRow) {
                dropped.add((Long) record.key());
                engine.confirm(record, false);
            } else {
                inFlight.add(new Sent(record, chunk, i == records.size() - 1));
            }
        }
    }

    /** Some of what is in flight arrives, in order within each partition. */
    void acknowledgeSome() {
        int records = random.nextInt(inFlight.size() + 1);
        for (int i = 0; i < records; i++) {
            int partition = random.nextInt(PARTITIONS + 1);
            inFlight.stream()
                    .filter(sent -> sent.partition == partition && !sent.isAcknowledged)
                    .findFirst()
                    .ifPresent(this::acknowledge);
        }
        storeOffsets();
    }

    void acknowledgeAll() {
        inFlight.stream().filter(sent -> !sent.isAcknowledged).forEach(this::acknowledge);
        storeOffsets();
    }

    /** The worker dies, and another goes on from what is stored. */
    void crash() throws InterruptedException {
        rowsThatMayComeAgain +=
                visibleRowsByChunk.values().stream().mapToInt(rows -> rows).sum();
        visibleRowsByChunk.clear();
        close();
        inFlight.clear();
        start();
    }

    /** Until nothing can be missing any more. */
    void runToRest() throws InterruptedException {
        rig.life.changesPerSecond(0);
        LocalDateTime end = LocalDateTime.ofInstant(rig.clock.instant(), ZoneOffset.ofHours(8))
                .plusMinutes(3);
        while (readUpTo() == null || readUpTo().isBefore(end)) {
            poll();
            acknowledgeAll();
        }
    }

    /** How many rows had reached the topic when the worker died, without the end of their chunk being stored. */
    int rowsThatMayComeAgain() {
        return rowsThatMayComeAgain;
    }

    /** The ids of rows that a transformation has swallowed. */
    Set<Long> dropped() {
        return dropped;
    }

    private void start() {
        reader = rig.newReader();
        Resource real = reader.resource();
        Resource resource = new Resource(
                real.name(), real.scope(), real.reader(), new RowsAsTheyAre(), real.pollInterval(), real.client());
        engine = new SourceEngine(
                EngineSettings.of(
                        "linkflow",
                        (name, facts, rows, completeUpTo, health) ->
                                new RowRecords.TopicRecord("progress", null, name, null, completeUpTo)),
                reader::close,
                List.of(resource),
                Map.of(real.name(), Cursor.fromOffset(stored)),
                reader.time());
        engine.start("model");
    }

    private void acknowledge(Sent sent) {
        sent.isAcknowledged = true;
        if (sent.isData()) {
            rig.topic.append((JsonNode) sent.record.value());
            visibleRowsByChunk.merge(sent.chunk, 1, Integer::sum);
        } else {
            onProgress.accept((LocalDateTime) sent.record.value());
        }
        engine.confirm(sent.record, true);
    }

    private void storeOffsets() {
        Set<Map<String, ?>> waiting = new HashSet<>();
        for (Sent sent : List.copyOf(inFlight)) {
            Map<String, ?> partition = sent.record.sourcePartition();
            if (!sent.isAcknowledged) {
                waiting.add(partition);
            } else if (!waiting.contains(partition)) {
                inFlight.remove(sent);
                store(partition, sent);
            }
        }
    }

    private void store(Map<String, ?> partition, Sent sent) {
        if (!partition.equals(wholeResource)) {
            rig.slices.store(partition, sent.record.sourceOffset());
            return;
        }
        stored = sent.record.sourceOffset();
        if (sent.isLastOfChunk) {
            visibleRowsByChunk.headMap(sent.chunk, true).clear();
        }
    }

    private LocalDateTime readUpTo() {
        return Cursor.fromOffset(stored).time("read_up_to");
    }

    private static int lastRowOf(List<SourceRecord> records) {
        for (int i = records.size() - 1; i >= 0; i--) {
            if (DATA.equals(records.get(i).topic())) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void close() throws InterruptedException {
        engine.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("martech-source-")) {
                thread.join();
            }
        }
    }

    /** The value of a record is the row itself. */
    private static final class RowsAsTheyAre implements RowRecords {

        @Override
        public List<TopicRecord> of(JsonNode row) {
            return List.of(record(row, row));
        }

        @Override
        public List<TopicRecord> ofDeleted(JsonNode row) {
            return List.of(record(row, null));
        }

        private static TopicRecord record(JsonNode row, JsonNode value) {
            return new TopicRecord(DATA, null, row.path("id").longValue(), null, value);
        }
    }
}
