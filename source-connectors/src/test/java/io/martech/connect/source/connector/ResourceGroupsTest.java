package io.martech.connect.source.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceGroupsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | a,b,c", "2 | a,b ; c", "3 | a ; b ; c", "9 | a ; b ; c"})
    void everyResourceIsReadByExactlyOneTask(int maxTasks, String groups) {
        assertThat(PlatformSourceConnector.spread(Map.of("k", "v"), List.of("a", "b", "c"), maxTasks))
                .extracting(task -> task.get("resources"))
                .containsExactly(groups.split(" ; "));
    }

    @Test
    void everyTaskGetsTheConfigurationOfTheConnectorEvenIfAValueIsNull() {
        Map<String, String> properties = new HashMap<>(Collections.singletonMap("foreign", null));
        properties.put("k", "v");
        assertThat(PlatformSourceConnector.spread(properties, List.of("a", "b"), 2))
                .allSatisfy(task -> assertThat(task)
                        .containsEntry("k", "v")
                        .containsEntry("foreign", null)
                        .hasSize(3));
    }
}
