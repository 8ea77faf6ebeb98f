package io.martech.connect.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.benchmark.report.Figure.Verdict;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void aTargetIsMetWhenItIsReachedExactly() {
        assertThat(Figure.atLeast("sink", "ratio", 0.7, 0.7).verdict()).isEqualTo(Verdict.MET);
        assertThat(Figure.atMost("incremental", "ratio", 1, 1).verdict()).isEqualTo(Verdict.MET);
        assertThat(Figure.exactly("memory", "orders", 3, 3).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aTargetIsMissedByTheLeast() {
        assertThat(Figure.atLeast("sink", "ratio", 0.699, 0.7).isMissed()).isTrue();
        assertThat(Figure.atMost("incremental", "ratio", 1.001, 1).isMissed()).isTrue();
        assertThat(Figure.exactly("memory", "orders", 4, 3).isMissed()).isTrue();
    }

    @Test
    void aFigureWithoutTargetCannotMissIt() {
        assertThat(Figure.reported("conversion", "bytes", 0).isMissed()).isFalse();
    }

    @Test
    void aRatioThatIsNoNumberMissesItsTarget() {
        assertThat(Figure.atLeast("sink", "ratio", Double.NaN, 0.7).isMissed()).isTrue();
    }

    @Test
    void aMissedTargetNeverLooksMet() {
        Figure figure = Figure.atLeast("backfill", "pages", 0.8999, 0.9);

        assertThat(figure.isMissed()).isTrue();
        assertThat(figure.value()).isEqualTo("0.89");
        assertThat(Figure.atMost("incremental", "requests", 1.0001, 1).value()).isEqualTo("1.01");
    }

    @Test
    void numbersAreShownAsAPersonReadsThem() {
        assertThat(Figure.reported("memory", "orders", 300_000).value()).isEqualTo("300,000");
        assertThat(Figure.reported("sink", "rate", 1234.567).value()).isEqualTo("1,234");
        assertThat(Figure.reported("sink", "ratio", 0.816).value()).isEqualTo("0.81");
    }
}
