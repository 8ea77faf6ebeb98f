package io.martech.connect.benchmark.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private final People people = new People();

    @Test
    void strangersAreAllDifferent() {
        assertThat(people.strangers(500)).extracting(Event::mobilePhone).doesNotHaveDuplicates();
    }

    @Test
    void regularsComeBackWithAscendingNumbers() {
        List<Event> events = people.mostlyRegulars(400, 20);

        assertThat(events).extracting(Event::number).isSorted().doesNotHaveDuplicates();
        assertThat(events.stream().filter(event -> event.mobilePhone().startsWith("138")))
                .hasSize(300);
        assertThat(events.stream()
                        .map(Event::mobilePhone)
                        .filter(phone -> phone.startsWith("138"))
                        .distinct())
                .hasSizeLessThanOrEqualTo(20);
    }
}
