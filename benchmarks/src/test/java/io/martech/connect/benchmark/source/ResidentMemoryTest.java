package io.martech.connect.benchmark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void thePeakIsToldInMegabytes() {
        assertThat(ResidentMemory.peakIn(List.of("VmPeak:\t 9000000 kB", "VmHWM:\t  524288 kB", "VmRSS:\t 1024 kB")))
                .isEqualTo("512");
    }

    @Test
    void aSystemThatDoesNotTellIsNoFailure() {
        assertThat(ResidentMemory.peakIn(List.of())).isEqualTo("unknown");
    }
}
