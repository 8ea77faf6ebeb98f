package io.martech.connect.sink.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class OrderingTest {

    private static final Set<String> PERSON = Set.of("a@example.com");

    @Test
    void records_conflict_by_identity_by_key_or_by_both() {
        assertThat(Ordering.IDENTITY.conflicts(keyed("k"), PERSON)).isEqualTo(PERSON);
        assertThat(Ordering.KEY.conflicts(keyed("k"), PERSON))
                .hasSize(1)
                .doesNotContain("a@example.com", "k")
                .isEqualTo(Ordering.KEY.conflicts(keyed("k"), Set.of("b")));
        assertThat(Ordering.BOTH.conflicts(keyed("k"), PERSON)).hasSize(2).contains("a@example.com");
        assertThat(Ordering.BOTH.conflicts(keyed(null), PERSON)).isEqualTo(PERSON);
    }

    @Test
    void keys_of_bytes_are_compared_by_what_they_hold() {
        assertThat(Ordering.KEY.conflicts(keyed(new byte[] {1}), PERSON))
                .isEqualTo(Ordering.KEY.conflicts(keyed(new byte[] {1}), PERSON))
                .isNotEqualTo(Ordering.KEY.conflicts(keyed(new byte[] {2}), PERSON));
    }

    private static SinkRecord keyed(Object key) {
        return new SinkRecord("people", 0, null, key, null, "value", 0);
    }
}
