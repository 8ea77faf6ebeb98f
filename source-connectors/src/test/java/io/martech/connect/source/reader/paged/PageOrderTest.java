package io.martech.connect.source.reader.paged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageOrderTest {

    private static final SortKeys KEYS = new NumberAndTime();

    @Test
    void whatNoPageContradictsIsPossible() {
        PageOrder order = PageOrder.any().after(rows(1, 10, 2, 10, 3, 10), KEYS);
        assertThat(order.text()).as("nothing was changed since").isEqualTo("ascending,changed_first");
        assertThat(order.isAscending()).isTrue();
        assertThat(order.after(rows(4, 11, 5, 12), KEYS).text()).isEqualTo("ascending");
        assertThat(order.after(rows(5, 12, 4, 11), KEYS).text()).isEqualTo("changed_first");
    }

    @Test
    void newestFirstIsByIdOrByChange() {
        PageOrder order = PageOrder.any().after(rows(9, 9, 8, 8), KEYS);
        assertThat(order.text()).isEqualTo("descending,changed_first");
        assertThat(order.isNewestFirst()).isTrue();
        assertThat(order.after(rows(3, 7, 6, 6), KEYS).text()).isEqualTo("changed_first");
    }

    @Test
    void noneOfThemIsUnknown() {
        PageOrder order = PageOrder.any().after(rows(1, 1, 3, 2, 2, 3), KEYS);
        assertThat(order.isUnknown()).isTrue();
        assertThat(order.isAscending()).isFalse();
        assertThat(order.isNewestFirst()).isFalse();
        assertThat(PageOrder.parse(order.text())).isEqualTo(order);
        assertThat(PageOrder.parse("ascending,changed_first").isAscending()).isTrue();
        assertThat(PageOrder.parse(null)).isEqualTo(PageOrder.any());
    }

    /** @param numbers id and time of change, by turns */
    private static List<JsonNode> rows(long... numbers) {
        List<JsonNode> rows = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            rows.add(JsonNodeFactory.instance.objectNode().put("id", numbers[i]).put("changed", numbers[i + 1]));
        }
        return rows;
    }

    private static final class NumberAndTime implements SortKeys {

        @Override
        public long idOf(JsonNode row) {
            return row.path("id").longValue();
        }

        @Override
        public long updatedAt(JsonNode row) {
            return row.path("changed").longValue();
        }
    }
}
