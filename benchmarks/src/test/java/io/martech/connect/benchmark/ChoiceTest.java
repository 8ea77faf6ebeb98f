package io.martech.connect.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.benchmark.setting.Benchmark;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void noNameAndAllMeanEveryBenchmark() {
        assertThat(Choice.of(List.of())).isEqualTo(Choice.of(List.of("all")));
        assertThat(Choice.of(List.of())).extracting(Benchmark::name).contains("backfill", "incremental", "memory");
    }

    @Test
    void namesChooseInTheirOrder() {
        assertThat(Choice.of(List.of("memory", "backfill")))
                .extracting(Benchmark::name)
                .containsExactly("memory", "backfill");
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> Choice.of(List.of("backfil")))
                .hasMessageContaining("'backfil'")
                .hasMessageContaining("backfill")
                .hasMessageContaining("memory");
    }
}
