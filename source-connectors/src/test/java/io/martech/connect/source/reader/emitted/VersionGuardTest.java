package io.martech.connect.source.reader.emitted;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionGuardTest {

    private static final RowVersion OLD = new RowVersion(LocalDateTime.of(2026, 3, 1, 10, 0, 0), 1L, 11);
    private static final RowVersion NEW = new RowVersion(LocalDateTime.of(2026, 3, 1, 10, 0, 1), 2L, 22);
    private static final RowVersion OTHER_CONTENT = new RowVersion(NEW.lastUpdated(), NEW.ver(), 33);

    private final VersionGuard guard = new VersionGuard();

    @Test
    void anOlderStateNeverFollowsANewerOne() {
        guard.remember(Map.of(1L, NEW));
        assertThat(guard.admits(1, OLD)).isFalse();
        assertThat(guard.admits(1, NEW)).isFalse();
        assertThat(guard.admits(1, OTHER_CONTENT)).isTrue();
        assertThat(guard.admits(2, OLD)).as("another key").isTrue();
    }

    @Test
    void nothingIsRememberedBeforeItIsEmitted() {
        assertThat(guard.admits(1, NEW)).isTrue();
        assertThat(guard.admits(1, OLD)).isTrue();
    }

    @Test
    void theKeysEmittedLastAreRemembered() {
        guard.remember(Map.of(1L, NEW));
        guard.remember(manyFrom(2, 49_999));
        assertThat(guard.admits(1, OLD)).isFalse();
        guard.remember(manyFrom(100_000, 49_999));
        assertThat(guard.admits(1, OLD)).as("asked for not long ago").isFalse();
        guard.remember(manyFrom(200_000, 50_000));
        assertThat(guard.admits(1, OLD))
                .as("forgotten, so that memory stays bounded")
                .isTrue();
    }

    private static Map<Long, RowVersion> manyFrom(long first, int count) {
        Map<Long, RowVersion> versions = new HashMap<>();
        for (long id = first; id < first + count; id++) {
            versions.put(id, NEW);
        }
        return versions;
    }
}
