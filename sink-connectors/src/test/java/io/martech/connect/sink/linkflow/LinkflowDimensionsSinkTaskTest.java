package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.group.LinkflowDimensions;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import io.martech.connect.sink.contract.SinkTaskContract;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole sink against a simulated Linkflow. */
class LinkflowDimensionsSinkTaskTest extends SinkTaskContract<SimulatedLinkflow> {

    private static final String TABLE = Configs.TABLE;

    private final LinkflowDimensions dimensions = run.simulated.platform.dimensions();

    @BeforeEach
    void addTable() {
        dimensions.add(TABLE, "id");
    }

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkTask newTask() {
        return new LinkflowDimensionsSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.dimensions(more);
    }

    @Override
    protected List<SinkRecord> people(int count) {
        return IntStream.range(0, count).mapToObj(offset -> row(offset, offset)).toList();
    }

    @Override
    protected String writes() {
        return "dim.data";
    }

    @Override
    protected Fault refusal() {
        return new LinkflowFault(500, "B01205");
    }

    @Test
    void the_last_state_of_every_row_stands_and_no_request_speaks_of_a_row_twice() {
        run.simulated.platform.conditions().latency(Duration.ofMillis(1), Duration.ofMillis(5));
        run.start(run.reaching(least("linger.ms", "20")));
        Random random = new Random(1);
        List<SinkRecord> records = new ArrayList<>();
        Map<List<String>, Integer> last = new HashMap<>();
        for (int offset = 0; offset < 1_000; offset++) {
            int id = random.nextInt(200);
            records.add(row(offset, id));
            last.put(List.of("" + id), offset);
        }
        run.put(records);
        run.untilAllIsCommitted();

        Map<List<String>, Integer> rows = new HashMap<>();
        dimensions
                .rows(TABLE)
                .forEach((key, row) -> rows.put(key, row.path("number").asInt()));
        assertThat(rows).isEqualTo(last);
        assertThat(dimensions.uploads(TABLE))
                .allSatisfy(upload -> assertThat(upload.findValuesAsText("id")).doesNotHaveDuplicates());
        assertThat(run.simulated.server.conflictingWrites()).isZero();
        assertThat(run.simulated.requests().of("dim.data")).isLessThan(200);
    }

    @Test
    void values_keep_their_form_and_columns_their_names() {
        run.start(run.reaching(least("dimension.columns", "product.sku:id,price:price,sold:sold")));
        run.put(List.of(recordAt(
                0, map("product", map("sku", 7), "price", new BigDecimal("100.240"), "sold", null, "stock", 3))));
        run.untilAllIsCommitted();

        JsonNode row = dimensions.rows(TABLE).get(List.of("7"));
        assertThat(row.toString()).isEqualTo("{\"id\":7,\"price\":100.240}");
    }

    @Test
    void a_limit_of_rows_is_found_and_remembered() {
        dimensions.mostRows.set(12);
        run.start(run.reaching(least("linger.ms", "300", "max.in.flight.requests", "1")));
        run.put(people(100));
        run.untilAllIsCommitted();
        long first = run.simulated.requests().of("dim.data");
        run.put(IntStream.range(100, 200)
                .mapToObj(offset -> row(offset, offset))
                .toList());
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(dimensions.rows(TABLE)).hasSize(200);
        assertThat(first)
                .as("100, 50 and 25 are too much once; then 12 at a time")
                .isEqualTo(3 + 9);
        assertThat(run.simulated.requests().of("dim.data") - first).isEqualTo(9);
    }

    @Test
    void a_row_without_its_key_is_set_aside_and_its_neighbours_arrive() {
        run.start(run.reaching(least("linger.ms", "100")));
        List<SinkRecord> records = new ArrayList<>(people(5));
        records.set(2, recordAt(2, map("number", 2)));
        records.set(3, recordAt(3, null));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("dimension.key.columns"));
        assertThat(dimensions.rows(TABLE)).hasSize(3);
    }

    @Test
    void a_row_that_lacks_what_the_platform_takes_for_the_key_is_refused_alone() {
        dimensions.add(TABLE, "id", "shop");
        run.start(run.reaching(least("linger.ms", "100")));
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < 8; offset++) {
            records.add(
                    offset == 5
                            ? row(offset, offset)
                            : recordAt(offset, map("id", offset, "shop", "1", "number", offset)));
        }
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> {
            assertThat(report.record().kafkaOffset()).isEqualTo(5);
            assertThat(report.error()).hasMessageContaining("B01205");
        });
        assertThat(dimensions.rows(TABLE)).hasSize(7);
    }

    @Test
    void a_table_that_is_not_there_or_has_no_key_stops_the_task_at_once() {
        dimensions.add("keyless");
        for (Map.Entry<String, String> table : Map.of("nowhere", "dimension.alias", "keyless", "no primary key")
                .entrySet()) {
            run.start(run.reaching(least("dimension.alias", table.getKey())));
            run.put(people(10));

            assertThat(run.untilFailure()).isInstanceOf(ConnectException.class).hasMessageContaining(table.getValue());
            assertThat(run.reporter.reports()).isEmpty();
            run.stop();
        }
    }

    @Test
    void faults_of_every_kind_at_once_lose_nothing_and_reject_nothing() {
        Stream.of(
                        WireFault.SERVER_ERROR_WITH_TEXT,
                        WireFault.GARBAGE_WITH_STATUS_200,
                        WireFault.RESET_BEFORE_APPLYING,
                        WireFault.RESET_AFTER_APPLYING,
                        LinkflowFault.UNKNOWN_CODE)
                .forEach(fault -> run.simulated.faults().inject(fault, 0.05));
        run.start(run.reaching(least("batch.size", "5")));
        run.put(people(300));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(dimensions.rows(TABLE)).hasSize(300);
    }

    private static SinkRecord row(long offset, int id) {
        return recordAt(offset, map("id", id, "number", offset, "color", "红色"));
    }
}
