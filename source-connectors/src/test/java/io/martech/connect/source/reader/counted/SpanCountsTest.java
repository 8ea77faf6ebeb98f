package io.martech.connect.source.reader.counted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpanCountsTest {

    private final SpanCounts counts = new SpanCounts();

    @Test
    void aSpanIsAsGoodAsItsParts() {
        counts.put(new Span(0, 3), 5);
        assertThat(counts.of(new Span(0, 3))).isEqualTo(5);
        assertThat(counts.of(new Span(0, 4))).as("half of it was never read").isEqualTo(-1);
        counts.put(new Span(8, 3), 7);
        assertThat(counts.of(new Span(0, 4))).isEqualTo(12);
        assertThat(counts.of(new Span(0, 2)))
                .as("only read as a part of another")
                .isEqualTo(-1);
        assertThat(counts.isSplit(new Span(0, 4))).isTrue();
        assertThat(counts.isSplit(new Span(8, 3))).isFalse();
    }

    @Test
    void whatWasReadLastCounts() {
        counts.put(new Span(0, 4), 100);
        counts.put(new Span(0, 3), 60);
        assertThat(counts.of(new Span(0, 4))).as("the later half is open again").isEqualTo(-1);
        counts.put(new Span(8, 3), 41);
        assertThat(counts.of(new Span(0, 4))).isEqualTo(101);
        assertThat(counts.at(9)).isEqualTo(new Span(8, 3));
        assertThat(counts.at(16)).isNull();
    }

    @Test
    void whatIsWrittenIsRead() {
        counts.put(new Span(0, 3), 5);
        counts.put(new Span(8, 3), 7);
        assertThat(counts.text()).isEqualTo("0/3=5 8/3=7");
        assertThat(SpanCounts.parse(counts.text()).text()).isEqualTo(counts.text());
        assertThatThrownBy(() -> SpanCounts.parse("3/3=1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SpanCounts.parse("0/3")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void halvesAreTheSameWheneverTheyAreMade() {
        Span span = new Span(1_772_330_400L >> 20 << 20, 20);
        assertThat(span.earlierHalf().end()).isEqualTo(span.laterHalf().start());
        assertThat(span.laterHalf().end()).isEqualTo(span.end());
        assertThat(span.laterHalf().withAllAround()).contains(span, Span.ALL).hasSize(14);
    }
}
