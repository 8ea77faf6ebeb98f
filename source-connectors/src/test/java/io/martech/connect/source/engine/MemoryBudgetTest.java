package io.martech.connect.source.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private static final List<JsonNode> PAGE = List.of(TextNode.valueOf("x".repeat(480)));
    private static final long BYTES = MemoryBudget.sizeOf(PAGE.get(0));

    private final MemoryBudget budget = new MemoryBudget(4 * BYTES);
    private final MemoryBudget.Pages orders = budget.newPages();
    private final MemoryBudget.Pages contacts = budget.newPages();

    @Test
    void theFirstPageIsRequestedAloneAndThenAsManyAsThereIsRoomFor() {
        MemoryBudget.Share first = orders.next();
        assertThat(orders.next()).isNull();
        first.holds(PAGE);
        assertThat(orders.upTo(8)).isEqualTo(3);
        assertThat(orders.next()).isNotNull();
        assertThat(orders.next()).isNotNull();
        assertThat(orders.next()).isNotNull();
        assertThat(orders.next()).isNull();
        first.release();
        first.release();
        assertThat(orders.next()).isNotNull();
        assertThat(orders.next()).isNull();
    }

    @Test
    void whatOthersHoldLeavesOnePageToEveryReader() {
        budget.add(4 * BYTES);
        MemoryBudget.Share first = contacts.next();
        first.holds(PAGE);
        assertThat(contacts.next()).isNull();
        assertThat(orders.next()).isNotNull();
        budget.add(-4 * BYTES);
        assertThat(contacts.next()).isNotNull();
    }

    @Test
    void aPageThatGrowsGivesWayUnlessItIsTheOnlyOne() {
        orders.next().holds(PAGE);
        MemoryBudget.Share second = orders.next();
        MemoryBudget.Share third = orders.next();
        assertThat(second.takes(10 * BYTES)).isFalse();
        assertThat(second.isRefused()).isTrue();
        assertThat(second.takes(1)).isFalse();
        assertThat(third.takes(10 * BYTES)).isTrue();
        assertThat(orders.next()).as("now that pages are known to be larger").isNull();
        second.release();
        third.release();
        assertThat(orders.next()).as("while another is held").isNull();
    }
}
