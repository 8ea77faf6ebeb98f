package io.martech.connect.source.reader.keyset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.martech.connect.source.ManualTime;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row.ReadMode;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.reader.emitted.RowKeys;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.DeletionRule;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeysetReaderTest {

    private static final Slice GROUP = new Slice("group", "47");
    private static final Duration PASS_INTERVAL = Duration.ofHours(1);

    private final ManualTime time = ManualTime.atTen();
    private final TreeMap<Long, Long> personsByMember = new TreeMap<>();
    private final Map<Slice, Cursor> stored = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean isGone;
    private int requests;
    private KeysetReader keysets = keysets(Duration.ZERO, Deletes.off());

    @Test
    void whoJoinsIsToldOnceAcrossRestarts() {
        join(1, 100);
        join(2, 200);
        join(3, 300);
        poll();
        assertThat(told).containsExactly("100", "200", "300");
        keysets = keysets(Duration.ZERO, Deletes.off());
        join(4, 400);
        poll();
        poll();
        assertThat(told).containsExactly("100", "200", "300", "400");
    }

    @Test
    void anIdleListCostsOneRequest() {
        join(1, 100);
        poll();
        int before = requests;
        poll();
        assertThat(requests).isEqualTo(before + 1);
    }

    @Test
    void aPassTellsWhoLeftAndRepeatsNobody() {
        keysets = withPasses();
        join(1, 100);
        join(2, 200);
        poll();
        personsByMember.remove(1L);
        poll();
        assertThat(told).as("only a pass can tell").containsExactly("100", "200");
        passes(2);
        assertThat(told).containsExactly("100", "200", "-100");
    }

    @Test
    void whoJoinedAndLeftBetweenTwoPassesIsToldAsGone() {
        keysets = withPasses();
        join(1, 100);
        poll();
        join(2, 200);
        poll();
        personsByMember.remove(2L);
        passes(2);
        assertThat(told).containsExactly("100", "200", "-200");
    }

    @Test
    void aListThatIsGoneDeletesNobodyAndStopsNothing() {
        keysets = withPasses();
        join(1, 100);
        poll();
        isGone = true;
        passes(3);
        isGone = false;
        passes(1);
        assertThat(told).containsExactly("100");
    }

    @Test
    void aListThatIsNotThereIsToldOnceAndAgainIfItWasThereMeanwhile() {
        isGone = true;
        poll();
        poll();
        assertThat(warnings).containsExactly("47 never");
        isGone = false;
        join(1, 100);
        poll();
        isGone = true;
        poll();
        poll();
        assertThat(warnings).containsExactly("47 never", "47 not any more");
    }

    /** A wrong clock, or a person, has set it. */
    @Test
    void aStoredPassThatLiesAheadWasNone() {
        keysets = withPasses();
        join(1, 100);
        join(2, 200);
        passes(1);
        stored.computeIfPresent(GROUP, (slice, cursor) -> cursor.with("read_at", "2027-03-01 10:00:00"));
        keysets = withPasses();
        personsByMember.remove(1L);
        passes(2);
        assertThat(told).containsExactly("100", "200", "-100");
    }

    private KeysetReader withPasses() {
        return keysets(PASS_INTERVAL, Deletes.on("members", new DeletionRule(5)));
    }

    private KeysetReader keysets(Duration passInterval, Deletes deletes) {
        return new KeysetReader(
                new FakeGroup(),
                new RowKeys(List.of("person")),
                slices -> {
                    Map<Slice, Cursor> cursors = new HashMap<>();
                    slices.forEach(slice -> cursors.put(slice, stored.getOrDefault(slice, Cursor.start())));
                    return cursors;
                },
                time,
                ZoneOffset.UTC,
                passInterval,
                deletes);
    }

    private void join(long member, long person) {
        personsByMember.put(member, person);
    }

    private void passes(int count) {
        for (int i = 0; i < count; i++) {
            time.advance(PASS_INTERVAL);
            poll();
        }
    }

    private void poll() {
        for (Optional<Chunk> chunk = keysets.next(Cursor.start());
                chunk.isPresent();
                chunk = keysets.next(Cursor.start())) {
            chunk.get().rows().forEach(row -> {
                told.add((row.readMode() == ReadMode.DELETE ? "-" : "")
                        + row.content().path("person").asText());
            });
            if (chunk.get().slice() != null) {
                stored.put(chunk.get().slice(), chunk.get().next());
            }
        }
    }

    private final class FakeGroup implements KeysetFeed {

        @Override
        public String name() {
            return "members";
        }

        @Override
        public List<Slice> slices() {
            return List.of(GROUP);
        }

        @Override
        public List<JsonNode> page(Slice slice, long lastId) {
            requests++;
            if (isGone) {
                throw new ListIsGoneException(null);
            }
            return personsByMember.tailMap(lastId, false).entrySet().stream()
                    .limit(2)
                    .<JsonNode>map(member -> JsonNodeFactory.instance
                            .objectNode()
                            .put("member", member.getKey())
                            .put("person", member.getValue()))
                    .toList();
        }

        @Override
        public void warnMissing(Slice slice, boolean wasRead) {
            warnings.add(slice.value() + (wasRead ? " not any more" : " never"));
        }

        @Override
        public long idOf(JsonNode row) {
            return row.path("member").longValue();
        }
    }
}
