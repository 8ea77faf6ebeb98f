package io.martech.connect.sink.linkflow.tagfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.sink.engine.FakeTime;
import io.martech.connect.sink.linkflow.CalculatingPlatform;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TagCalculationTest {

    private final FakeTime time = new FakeTime();
    private final CalculatingPlatform platform = new CalculatingPlatform(time);
    private final TagCalculation calculation = new TagCalculation(
            platform, true, Duration.ofSeconds(5), Duration.ofMinutes(30), CalculatingPlatform.CLOCK, time);

    @Test
    void an_end_before_ours_began_is_not_taken_for_ours() {
        platform.listTime(Duration.ofSeconds(4));
        platform.calculateForSomebodyElse(Duration.ofSeconds(1));

        calculation.run(CalculatingPlatform.TAG);

        assertThat(platform.calculations()).isEqualTo(1);
        assertThat(platform.isCalculating()).isFalse();
    }

    @Test
    void nothing_is_waited_for_between_the_last_look_and_the_beginning() {
        platform.calculateForSomebodyElse(Duration.ofMillis(5_500));
        TagCalculation looksOften = new TagCalculation(
                platform, true, Duration.ofMillis(100), Duration.ofMinutes(30), CalculatingPlatform.CLOCK, time);

        looksOften.run(CalculatingPlatform.TAG);

        assertThat(platform.calculations()).isEqualTo(1);
        assertThat(platform.isCalculating()).isFalse();
    }

    @Test
    void a_time_in_a_form_that_no_document_shows_tells_an_end_by_being_another_one() {
        platform.writeTimesInAnotherForm();

        calculation.run(CalculatingPlatform.TAG);

        assertThat(platform.calculations()).isEqualTo(1);
        assertThat(platform.isCalculating()).isFalse();
    }
}
