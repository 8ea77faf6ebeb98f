package io.martech.connect.source.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.source.chunk.Slice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourcePartitionsTest {

    /** Connect compares the JSON text of partitions, so another order of the fields would be another partition. */
    @Test
    void everyJvmWalksTheFieldsInOneOrderWhichIsThatOfOffsetsAlteredByAPerson() {
        Map<String, String> altered = new HashMap<>();
        altered.put("day", "2026-01-01");
        altered.put("resource", "leads");
        altered.put("platform", "wukong");

        Map<String, String> partition = SourcePartitions.of("wukong", "leads", new Slice("day", "2026-01-01"));

        assertThat(partition).isExactlyInstanceOf(HashMap.class).isEqualTo(altered);
        assertThat(List.copyOf(partition.keySet())).isEqualTo(List.copyOf(altered.keySet()));
        assertThat(SourcePartitions.of("linkflow", "orders")).isExactlyInstanceOf(HashMap.class);
    }
}
