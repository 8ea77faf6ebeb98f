package io.martech.connect.source.engine;

import io.martech.connect.schema.Progress;
import io.martech.connect.schema.ProgressSchema;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.engine.RowRecords.TopicRecord;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Creates the progress records of one platform, for one topic. */
public final class PlatformProgressRecords implements ProgressRecords {

    private final String platform;
    private final String topic;
    private final ZoneOffset zone;
    private final ProgressSchema schema;

    public PlatformProgressRecords(String platform, String topic, Handling handling) {
        this.platform = platform;
        this.topic = topic;
        this.zone = handling.zone();
        this.schema = new ProgressSchema(handling);
    }

    @Override
    public TopicRecord of(
            String resource, ChunkStats facts, int rows, LocalDateTime completeUpTo, Progress.Health health) {
        Progress progress = new Progress(
                platform,
                resource,
                facts.phase(),
                new Progress.Frontier(instant(completeUpTo), instant(facts.readUpTo())),
                new Progress.Chunk(
                        facts.pass(),
                        instant(facts.windowStart()),
                        instant(facts.windowEnd()),
                        rows,
                        (int) facts.requests(),
                        facts.certainty(),
                        facts.byId()),
                new Progress.Late(facts.lateRows(), facts.oldestLateMillis()),
                health,
                facts.idsWithoutDetail().stream().map(String::valueOf).toList());
        return new TopicRecord(
                topic, schema.keySchema(), schema.key(progress), schema.valueSchema(), schema.value(progress));
    }

    private Instant instant(LocalDateTime time) {
        return time == null ? null : time.toInstant(zone);
    }
}
