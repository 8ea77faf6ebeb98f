package io.martech.connect.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class ProgressSchemaTest {

    private static final Instant COMPLETE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant READ = Instant.parse("2026-01-01T00:01:00Z");

    private static final Progress WINDOW = new Progress(
            "linkflow",
            "orders",
            Progress.Phase.WINDOWS,
            new Progress.Frontier(COMPLETE, READ),
            new Progress.Chunk(Progress.Pass.TRAILING, COMPLETE, READ, 12, 3, Progress.Certainty.PROVEN, null),
            new Progress.Late(4, 5_000L),
            new Progress.Health("no permission", READ, 2),
            List.of("17"));

    private static final Progress BACKFILL = new Progress(
            "linkflow",
            "contacts",
            Progress.Phase.BACKFILL,
            new Progress.Frontier(null, null),
            new Progress.Chunk(Progress.Pass.BACKFILL, null, null, 200, 1, null, new Progress.ById(8, 40, false)),
            Progress.Late.NONE,
            Progress.Health.GOOD,
            List.of());

    @Test
    void aWindowSaysEverything() {
        ProgressSchema schema = new ProgressSchema(Handlings.DEFAULTS);
        Struct value = schema.value(WINDOW);

        value.validate();
        assertThat(value)
                .isEqualTo(new Struct(schema.valueSchema())
                        .put("platform", "linkflow")
                        .put("resource", "orders")
                        .put("phase", "windows")
                        .put("completeUpTo", Date.from(COMPLETE))
                        .put("readUpTo", Date.from(READ))
                        .put("pass", "trailing")
                        .put("windowStart", Date.from(COMPLETE))
                        .put("windowEnd", Date.from(READ))
                        .put("rows", 12)
                        .put("requests", 3)
                        .put("certainty", "PROVEN")
                        .put("lateRows", 4L)
                        .put("oldestLateMs", 5_000L)
                        .put("idsWithoutDetail", List.of("17"))
                        .put("failure", "no permission")
                        .put("failingSince", Date.from(READ))
                        .put("malformedRows", 2L));
    }

    @Test
    void nothingIsCompleteBeforeBackfillHasEnded() {
        Struct value = new ProgressSchema(Handlings.DEFAULTS).value(BACKFILL);

        value.validate();
        assertThat(value.get("phase")).isEqualTo("backfill");
        assertThat(value.get("completeUpTo")).isNull();
        assertThat(value.get("windowStart")).isNull();
        assertThat(value.get("certainty")).isNull();
        assertThat(value.get("lateRows")).isEqualTo(0L);
        assertThat(value.get("oldestLateMs")).isNull();
        assertThat(value.getArray("idsWithoutDetail")).isEmpty();
        assertThat(value.get("ranges")).isEqualTo(8);
        assertThat(value.get("percent")).isEqualTo(40);
        assertThat(value.get("completed")).isEqualTo(false);
        assertThat(value.get("failure")).isNull();
        assertThat(value.get("failingSince")).isNull();
        assertThat(value.get("malformedRows")).isEqualTo(0L);
    }

    @Test
    void timesFollowTheHandlingMode() {
        Struct value = new ProgressSchema(Handlings.TEXTS).value(WINDOW);

        value.validate();
        assertThat(value.get("completeUpTo")).isEqualTo("2026-01-01T08:00:00+08:00");
        assertThat(new ProgressSchema(Handlings.TEXTS).value(BACKFILL).get("completeUpTo"))
                .isNull();
    }

    @Test
    void thereIsOneKeyPerPlatformAndResource() {
        ProgressSchema schema = new ProgressSchema(Handlings.DEFAULTS);

        assertThat(schema.key(WINDOW))
                .isEqualTo(new Struct(schema.keySchema())
                        .put("platform", "linkflow")
                        .put("resource", "orders"));
        assertThat(schema.keySchema().name()).isEqualTo("io.martech.connect.v1.ProgressKey");
        assertThat(schema.valueSchema().name()).isEqualTo("io.martech.connect.v1.Progress");
    }
}
