package io.martech.connect.benchmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GarbageCollectionLogTest {

    @Test
    void whatIsLeftAfterAFullCollectionWasNeeded() {
        GarbageCollectionLog.Peak peak = GarbageCollectionLog.peakIn(List.of(
                "[0.003s][info][gc] Using G1",
                "[1.2s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 150M->60M(256M) 3.1ms",
                "[2.2s][info][gc] GC(1) Pause Young (Concurrent Start) (G1 Humongous Allocation) 120M->71M(256M) 5.0ms",
                "[2.3s][info][gc] GC(2) Pause Full (G1 Compaction Pause) 254M->50M(256M) 297.748ms",
                "[2.4s][info][gc] GC(3) Concurrent Mark Cycle"));

        assertThat(peak).isEqualTo(new GarbageCollectionLog.Peak(254, 1, 50));
    }
}
