package io.martech.connect.sandbox.linkflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.model.RowOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VisibilityTest {

    private static final String START = "2026-01-01 08:00:00";
    private static final String END = "2026-01-01 08:01:00";

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final LinkflowPlatform platform = sandbox.platform;

    @Test
    void aLateCommitKeepsTheTimeOfTheChange() throws Exception {
        sandbox.quirks.commitDelay(Duration.ofSeconds(3), Duration.ofSeconds(3));
        long id = platform.orders().insert();
        sandbox.clock.advance(Duration.ofMillis(2_999));
        assertThat(window()).isEmpty();
        assertThat(platform.orders().byId()).as("the truth has it already").containsOnlyKeys(id);
        sandbox.clock.advance(Duration.ofMillis(1));
        assertThat(window()).containsExactly(id);
        assertThat(firstOrder().get("lastUpdated").textValue()).isEqualTo(START);
    }

    @Test
    void delaysAreSpreadOverTheWholeRange() throws Exception {
        sandbox.quirks.commitDelay(Duration.ofSeconds(10)).windowPageSize.set(1_000);
        platform.orders().insert(500);
        List<Integer> seen = new ArrayList<>();
        for (int second = 0; second <= 10; second++) {
            seen.add(window().size());
            sandbox.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(seen).isSorted();
        assertThat(new HashSet<>(seen)).hasSize(11);
        assertThat(seen.get(10)).isEqualTo(500);
    }

    @Test
    void idsMayBecomeVisibleOutOfOrder() throws Exception {
        sandbox.quirks.commitDelay(Duration.ofSeconds(5), Duration.ofSeconds(5));
        long slow = platform.orders().insert();
        sandbox.quirks.commitDelay(Duration.ZERO);
        long fast = platform.orders().insert();
        assertThat(cursor()).containsExactly(fast);
        sandbox.clock.advance(Duration.ofSeconds(5));
        assertThat(cursor()).containsExactly(slow, fast);
    }

    @Test
    void aSlowOldChangeNeverHidesAFastNewOne() throws Exception {
        long id = platform.orders().insert();
        sandbox.quirks.commitDelay(Duration.ofSeconds(5), Duration.ofSeconds(5));
        platform.orders().update(id);
        sandbox.quirks.commitDelay(Duration.ZERO);
        platform.orders().update(id);
        assertThat(firstOrder().get("ver").intValue()).isEqualTo(3);
        sandbox.clock.advance(Duration.ofSeconds(6));
        assertThat(firstOrder().get("ver").intValue()).isEqualTo(3);
    }

    @Test
    void aStaleReplicaShowsTheStateOfThen() throws Exception {
        long id = platform.orders().insert();
        sandbox.clock.advance(Duration.ofSeconds(1));
        platform.orders().update(id);
        long second = platform.orders().insert();

        sandbox.quirks.staleReplicas(1, Duration.ofMillis(500));
        assertThat(cursor()).containsExactly(id);
        assertThat(firstOrder().get("ver").intValue()).isEqualTo(1);
        assertThat(window()).containsExactly(id);
        sandbox.quirks.staleReplicas(0, Duration.ofMillis(500));
        assertThat(cursor()).containsExactly(id, second);
        assertThat(firstOrder().get("ver").intValue()).isEqualTo(2);
        sandbox.quirks.staleReplicas(1, Duration.ofSeconds(5));
        assertThat(cursor()).isEmpty();
    }

    @Test
    void someRequestsOnlyMeetAStaleReplica() throws Exception {
        platform.orders().insert();
        sandbox.quirks.staleReplicas(0.5, Duration.ofSeconds(5));
        Set<Integer> sizes = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            sizes.add(cursor().size());
        }
        assertThat(sizes).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void everyOrderOfRowsIsAsItsNameSays() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int second = 0; second < 3; second++) {
            ids.addAll(platform.orders().insert(5));
            sandbox.clock.advance(Duration.ofSeconds(1));
        }
        platform.orders().update(ids.get(0)); // now the last by update
        List<Long> byUpdate = new ArrayList<>(ids.subList(1, 15));
        byUpdate.add(ids.get(0));

        assertThat(window(RowOrder.BY_ID)).isEqualTo(ids);
        assertThat(window(RowOrder.BY_ID_DESCENDING)).isEqualTo(reversed(ids));
        assertThat(window(RowOrder.BY_UPDATE)).isEqualTo(byUpdate);
        assertThat(window(RowOrder.BY_UPDATE_DESCENDING)).isEqualTo(reversed(byUpdate));
        for (RowOrder order :
                List.of(RowOrder.BY_UPDATE_TIES_UNORDERED, RowOrder.BY_UPDATE_DESCENDING_TIES_UNORDERED)) {
            List<Long> first = window(order);
            assertThat(window(order)).as("ties move").isNotEqualTo(first).containsExactlyInAnyOrderElementsOf(ids);
            int lastUpdated = order == RowOrder.BY_UPDATE_TIES_UNORDERED ? 14 : 0;
            assertThat(first.get(lastUpdated)).isEqualTo(ids.get(0));
        }
        assertThat(window(RowOrder.UNORDERED))
                .isNotEqualTo(window(RowOrder.UNORDERED))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void theSameSeedMakesTheSamePlatform() {
        LinkflowPlatform other = new LinkflowPlatform(sandbox.clock, 7);
        LinkflowPlatform different = new LinkflowPlatform(sandbox.clock, 8);
        for (LinkflowPlatform each : List.of(platform, other, different)) {
            each.orders().insert(20);
            each.contacts().insert(20);
            each.orders().updateRandom(20);
            each.contacts().updateRandom(20);
        }
        assertThat(other.orders().byId())
                .isEqualTo(platform.orders().byId())
                .isNotEqualTo(different.orders().byId());
        assertThat(other.contacts().byId())
                .isEqualTo(platform.contacts().byId())
                .isNotEqualTo(different.contacts().byId());
    }

    private List<Long> window(RowOrder order) throws Exception {
        sandbox.quirks.windowOrder.set(order);
        return window();
    }

    private List<Long> window() throws Exception {
        return sandbox.client.window(START, END, 1);
    }

    private List<Long> cursor() throws Exception {
        return Client.ids(sandbox.client.json("/open/orders?lastMaxId=0"));
    }

    private JsonNode firstOrder() throws Exception {
        return sandbox.client.json("/open/orders?lastMaxId=0").get(0);
    }

    private static List<Long> reversed(List<Long> ids) {
        List<Long> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }
}
