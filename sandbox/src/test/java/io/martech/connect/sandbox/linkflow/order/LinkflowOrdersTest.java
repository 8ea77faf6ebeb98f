package io.martech.connect.sandbox.linkflow.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.VirtualClock;
import io.martech.connect.sandbox.linkflow.Client;
import io.martech.connect.sandbox.linkflow.DocumentedFields;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.Sandbox;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkflowOrdersTest {

    @RegisterExtension
    private final Sandbox sandbox = new Sandbox();

    private final VirtualClock clock = sandbox.clock;
    private final LinkflowPlatform platform = sandbox.platform;
    private final ApiServer server = sandbox.server;
    private final Client client = sandbox.client;

    @Test
    void theCursorIsExclusiveAndAscendingAndEndsWithAnEmptyPage() throws Exception {
        platform.quirks().cursorPageSize.set(20);
        List<Long> ids = platform.orders().insert(45);

        List<Long> read = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int request = 0; request < 4; request++) {
            long cursor = read.isEmpty() ? 0 : read.get(read.size() - 1);
            List<Long> page = Client.ids(client.json("/open/orders?lastMaxId=" + cursor));
            sizes.add(page.size());
            read.addAll(page);
        }

        assertThat(read).isEqualTo(ids).isSorted();
        assertThat(sizes).containsExactly(20, 20, 5, 0);
        assertThat(server.requests().of("orders.cursor")).isEqualTo(4);
    }

    @Test
    void aWindowIncludesItsStartAndExcludesItsEnd() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int second = 0; second < 3; second++) {
            ids.add(platform.orders().insert());
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(client.window("2026-01-01 08:00:00", "2026-01-01 08:00:02", 1))
                .containsExactly(ids.get(0), ids.get(1));
        assertThat(client.window("2026-01-01 08:00:01", "2026-01-01 08:00:01", 1))
                .isEmpty();
    }

    @Test
    void windowPagesHaveASizeOfTheirOwnThatMayChange() throws Exception {
        platform.orders().insert(60);
        platform.quirks().windowPageSize.set(37);
        assertThat(client.window("2026-01-01 08:00:00", "2026-01-01 08:00:01", 1))
                .hasSize(37);
        assertThat(client.window("2026-01-01 08:00:00", "2026-01-01 08:00:01", 2))
                .hasSize(23);
        assertThat(client.window("2026-01-01 08:00:00", "2026-01-01 08:00:01", 3))
                .isEmpty();

        platform.quirks().windowPageSize.set(20);
        assertThat(client.window("2026-01-01 08:00:00", "2026-01-01 08:00:01", 1))
                .hasSize(20);
    }

    @Test
    void pagesEndAtOneHundred() throws Exception {
        assertThat(client.window("2026-01-01 08:00:00", "2026-01-01 08:00:01", 100))
                .isEmpty();
        HttpResponse<String> beyond = client.get(
                "/open/orders?startTime=2026-01-01%2008%3A00%3A00&endTime=2026-01-01%2008%3A00%3A01&page=101");
        assertThat(beyond.statusCode()).isEqualTo(500);
        assertThat(Client.code(beyond)).isEqualTo("B00093");
    }

    @Test
    void whatCannotBeReadIsAnIllegalParameter() throws Exception {
        for (String query : List.of(
                "lastMaxId=x",
                "startTime=2026-01-01&endTime=2026-01-02",
                "page=1",
                "startTime=2026-01-01%2008:00:00")) {
            HttpResponse<String> response = client.get("/open/orders?" + query);
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(Client.code(response)).isEqualTo("B00010");
        }
    }

    @Test
    void anUpdateMovesTimeAndVersionAndChangesContent() throws Exception {
        long id = platform.orders().insert();
        JsonNode before = platform.orders().find(id).orElseThrow();
        clock.advance(Duration.ofSeconds(5));
        platform.orders().update(id);

        JsonNode after = client.json("/open/orders?lastMaxId=0").get(0);
        assertThat(after)
                .isEqualTo(Client.JSON.readTree(
                        JsonText.bytes(platform.orders().find(id).orElseThrow())));
        assertThat(after.get("ver").intValue()).isEqualTo(2);
        assertThat(after.get("dateCreated").textValue()).isEqualTo("2026-01-01 08:00:00");
        assertThat(after.get("lastUpdated").textValue()).isEqualTo("2026-01-01 08:00:05");
        assertThat(after.get("orderId")).isEqualTo(before.get("orderId"));
        assertThat(after.get("receiverMobile")).isNotEqualTo(before.get("receiverMobile"));
        assertThat(client.window("2026-01-01 08:00:00", "2026-01-01 08:00:05", 1))
                .as("it has left its old window")
                .isEmpty();
    }

    @Test
    void contentCanChangeWithoutVersionAndTime() {
        long id = platform.orders().insert();
        JsonNode before = platform.orders().find(id).orElseThrow();
        platform.orders().updateWithoutNewVersion(id);
        JsonNode after = platform.orders().find(id).orElseThrow();

        assertThat(after.get("ver")).isEqualTo(before.get("ver"));
        assertThat(after.get("lastUpdated")).isEqualTo(before.get("lastUpdated"));
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void anOrderCanBeEdited() {
        long id = platform.orders().insert();
        platform.orders().update(id, order -> order.put("storeName", "新店"));
        assertThat(platform.orders().find(id).orElseThrow().get("storeName").textValue())
                .isEqualTo("新店");
        assertThat(platform.orders().find(id).orElseThrow().get("ver").intValue())
                .isEqualTo(2);
        platform.orders().update(id);
        assertThat(platform.orders().find(id).orElseThrow().get("storeName").textValue())
                .isEqualTo("新店");
        assertThat(platform.orders().find(id).orElseThrow().get("ver").intValue())
                .isEqualTo(3);
    }

    @Test
    void rowsWithoutUpdateTimeAreSeenByTheCursorOnly() throws Exception {
        Instant created = clock.instant().minus(Duration.ofDays(1));
        long id = platform.orders().insertWithTimes(created, null);
        JsonNode row = client.json("/open/orders?lastMaxId=0").get(0);
        assertThat(row.get("id").longValue()).isEqualTo(id);
        assertThat(row.get("lastUpdated").isNull()).isTrue();
        assertThat(client.window("1970-01-01 00:00:00", "2030-01-01 00:00:00", 1))
                .isEmpty();
    }

    @Test
    void timesAreWrittenAndReadInThePlatformsZone() throws Exception {
        platform.quirks().zone.set(ZoneOffset.UTC);
        long id = platform.orders().insert();
        assertThat(client.window("2026-01-01 00:00:00", "2026-01-01 00:00:01", 1))
                .containsExactly(id);
        assertThat(client.window("2026-01-01 08:00:00", "2026-01-01 08:00:01", 1))
                .isEmpty();
    }

    @Test
    void everyDocumentedFieldAppearsAndNumbersKeepTheirDigits() throws Exception {
        platform.orders().insert(100);
        Set<String> fields = new TreeSet<>();
        Set<String> lineFields = new TreeSet<>();
        Set<Integer> lineCounts = new HashSet<>();
        boolean beyond64Bits = false;
        boolean scaleKept = false;
        for (JsonNode order : client.json("/open/orders?lastMaxId=0")) {
            order.fieldNames().forEachRemaining(fields::add);
            lineCounts.add(order.get("lines").size());
            order.get("lines").forEach(line -> line.fieldNames().forEachRemaining(lineFields::add));
            beyond64Bits |= order.at("/props/long").isBigInteger()
                    && order.at("/props/long").bigIntegerValue().compareTo(BigInteger.valueOf(Long.MAX_VALUE)) > 0;
            scaleKept |= order.at("/props/test_number").isBigDecimal()
                    && order.at("/props/test_number").decimalValue().scale() == 3;
            assertThat(order.get("refundPrice").decimalValue()).isEqualTo(new BigDecimal("0.000"));
        }
        assertThat(fields).containsAll(DocumentedFields.ORDER).contains("memberLevel");
        assertThat(lineFields).containsAll(DocumentedFields.ORDER_LINE).contains("batchNumber");
        assertThat(lineCounts).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(beyond64Bits).isTrue();
        assertThat(scaleKept).isTrue();
    }

    @Test
    void fiftyThousandOrdersOfOneSecondAreQuickAndHaveIdsOfTheirSecond() throws Exception {
        List<Long> ids = platform.orders().insert(50_000);
        assertThat(new HashSet<>(ids)).hasSize(50_000);
        assertThat(client.window("2026-01-01 08:00:00", "2026-01-01 08:00:01", 100))
                .hasSize(50);
        clock.advance(Duration.ofSeconds(10));
        long later = platform.orders().insert();
        assertThat((later >> 17) - (ids.get(0) >> 17)).isEqualTo(10);
    }

    @Test
    void randomUpdatesHitHotRowsAgainAndAgain() {
        platform.orders().insertHistory(1_000, Duration.ofDays(1));
        List<Long> updated = platform.orders().updateRandom(500);
        assertThat(updated).hasSize(500);
        assertThat(new HashSet<>(updated)).hasSizeBetween(100, 250);
    }
}
