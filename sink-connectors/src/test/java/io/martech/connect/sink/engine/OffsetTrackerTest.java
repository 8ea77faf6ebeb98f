package io.martech.connect.sink.engine;

import static io.martech.connect.sink.engine.Records.P0;
import static io.martech.connect.sink.engine.Records.P1;
import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sink.operation.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OffsetTrackerTest {

    private final OffsetTracker tracker = new OffsetTracker();

    @Test
    void an_offset_is_committed_only_when_all_before_it_are_settled() {
        OffsetTracker.Tracked first = received(10);
        OffsetTracker.Tracked second = received(11);
        second.settle();
        assertThat(committable(12)).isEqualTo(10);

        first.settle();
        assertThat(committable(12)).isEqualTo(12);
    }

    @Test
    void offsets_that_were_never_received_do_not_hold_anything_up() {
        received(10).settle();
        received(17);

        assertThat(committable(25)).as("11 to 16 were compacted or dropped").isEqualTo(17);
    }

    @Test
    void the_offered_offset_is_returned_where_nothing_is_outstanding() {
        received(10).settle();

        assertThat(committable(99)).isEqualTo(99);
    }

    @Test
    void nothing_beyond_what_the_framework_offers_is_returned() {
        received(10);

        assertThat(committable(7)).isEqualTo(7);
    }

    @Test
    void partitions_do_not_know_each_other() {
        received(10);

        Map<TopicPartition, OffsetAndMetadata> committable =
                tracker.committable(Map.of(P0, new OffsetAndMetadata(11), P1, new OffsetAndMetadata(5)));
        assertThat(committable)
                .containsEntry(P0, new OffsetAndMetadata(10))
                .containsEntry(P1, new OffsetAndMetadata(5));
    }

    @Test
    void a_record_that_comes_again_must_be_settled_again() {
        OffsetTracker.Tracked before = received(10);
        received(11);
        OffsetTracker.Tracked again = received(10);
        before.settle();
        assertThat(committable(12)).isEqualTo(10);

        again.settle();
        assertThat(committable(12)).isEqualTo(11);
    }

    @Test
    void a_closed_partition_is_forgotten() {
        OffsetTracker.Tracked before = received(10);
        tracker.closed(Set.of(P0));
        received(10);
        before.settle();

        assertThat(committable(11))
                .as("the new owner's record is not settled by the old one's")
                .isEqualTo(10);
    }

    @Test
    void only_what_is_not_settled_is_kept() {
        OffsetTracker.Tracked stuck = received(0);
        for (long offset = 2; offset < 100_000; offset += 2) {
            received(offset).settle();
        }
        assertThat(tracker.countOutstanding()).isEqualTo(1);
        assertThat(committable(100_000)).isEqualTo(0);

        received(100_000);
        stuck.settle();
        assertThat(committable(100_001)).isEqualTo(100_000);
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, ThreadLocalRandom.current().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_the_order_of_settling_nothing_unsettled_is_ever_committed(long seed) {
        Random random = new Random(seed);
        List<Long> offsets = new ArrayList<>();
        List<OffsetTracker.Tracked> outstanding = new ArrayList<>();
        long next = 0;
        for (int step = 0; step < 5_000; step++) {
            if (outstanding.isEmpty() || random.nextInt(3) > 0) {
                next += 1 + random.nextInt(3);
                offsets.add(next);
                outstanding.add(received(next));
            } else {
                int which = random.nextInt(outstanding.size());
                outstanding.remove(which).settle();
                offsets.remove(which);
            }
            long expected = offsets.stream().mapToLong(Long::longValue).min().orElse(next + 1);
            assertThat(committable(next + 1)).isEqualTo(expected);
        }
    }

    private OffsetTracker.Tracked received(long offset) {
        return tracker.received(new Coordinates(P0.topic(), P0.partition(), offset), 0);
    }

    private long committable(long offered) {
        return tracker.committable(Map.of(P0, new OffsetAndMetadata(offered)))
                .get(P0)
                .offset();
    }
}
