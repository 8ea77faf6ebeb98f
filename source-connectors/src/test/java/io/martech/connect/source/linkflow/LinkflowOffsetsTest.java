package io.martech.connect.source.linkflow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.TimeSource;
import io.martech.connect.source.ManualTime;
import io.martech.connect.source.connector.AlteredOffsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Offsets that a person stores: what can be used is taken, everything else is refused with the right form. */
class LinkflowOffsetsTest {

    private static final Map<String, Object> ORDERS = Map.of("platform", "linkflow", "resource", "orders");
    private static final Map<String, Object> CONTACTS = Map.of("platform", "linkflow", "resource", "contacts");

    private static final String SCOPE =
            "linkflow.url=https://cdp-api.linkflowtech.com, linkflow.time.zone=+08:00, start.time=";

    private static final String EXAMPLE = "{\"phase\": \"windows\", \"read_up_to\": \"2026-01-01 08:00:00\"}";

    private final AlteredOffsets<LinkflowSourceOptions> offsets = offsetsAt(TimeSource.system());

    @Test
    void whatTheMessagesShowAsAnExampleIsAccepted() {
        assertAccepted(ORDERS, Map.of("phase", "windows", "read_up_to", "2026-01-01 08:00:00"));
        assertAccepted(CONTACTS, Map.of("phase", "backfill", "method", "id", "last_id", 42));
    }

    @Test
    void aTimeThatLiesAheadIsRefusedOnItsField() {
        AlteredOffsets<LinkflowSourceOptions> atTen = offsetsAt(ManualTime.atTen());
        for (String field : List.of("read_up_to", "trailing_up_to", "windows_from", "cutoff")) {
            Map<String, Object> offset = new HashMap<>(Map.of("phase", "windows", "read_up_to", "2026-03-01 09:00:00"));
            offset.put(field, "2026-03-02 10:00:00");
            assertThatCode(() -> atTen.check(Map.of(ORDERS, offset))).doesNotThrowAnyException();
            offset.put(field, "2026-03-02 10:00:01");
            assertThatThrownBy(() -> atTen.check(Map.of(ORDERS, offset)))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("field '" + field + "' is 2026-03-02 10:00:01")
                    .hasMessageContaining("the worker's clock, 2026-03-01 10:00:00");
        }
    }

    @Test
    void aListTakesTheOffsetOfAListOnly() {
        Map<String, Object> groups = Map.of("platform", "linkflow", "resource", "groups");
        assertAccepted(
                groups,
                Map.of("read_at", "2026-01-01 08:00:00", "scope", "linkflow.url=https://cdp-api.linkflowtech.com"));
        assertRefused(groups, Map.of("phase", "windows")).hasMessageContaining("there is no such field");
    }

    @Test
    void whatAResyncStoresIsAccepted() {
        assertAccepted(
                ORDERS,
                Map.of(
                        "phase", "windows",
                        "read_up_to", "2026-01-01 08:00:00",
                        "resync_started_at", "2026-01-01 08:00:00",
                        "resync_request", "ticket 7",
                        "resync_range_1_at", 100,
                        "resync_range_1_end", 200,
                        "resync_range_2_at", 200));
        assertRefused(ORDERS, Map.of("resync_range_1_at", "x")).hasMessageContaining("whole number");
    }

    @Test
    void anExportIsASliceThatRemembersItsTask() {
        Map<String, Object> tag = Map.of("platform", "linkflow", "resource", "tag-value-lines", "tag", "tag_sf");
        assertAccepted(tag, Map.of("task", "19723653547885", "line", 10_000, "started_at", "2026-01-01 08:00:00"));
        assertAccepted(tag, Map.of("started_at", "2026-01-01 08:00:00"));
        assertRefused(tag, Map.of("line", 10_000)).hasMessageContaining("task");
        assertRefused(tag, Map.of("last_id", 1)).hasMessageContaining("there is no such field");
        assertRefused(tag, Map.of("started_at", "9999-01-01 08:00:00")).hasMessageContaining("a day ahead");
    }

    @Test
    void anOffsetMayBeTakenAway() {
        assertThatCode(() -> offsets.check(Collections.singletonMap(ORDERS, null)))
                .doesNotThrowAnyException();
    }

    /** Each of them would read all of the history, which nobody who writes it can mean. */
    @Test
    void anOffsetThatDoesNotSayWhereToGoOnIsRefusedWithTheRightForm() {
        for (Map<String, Object> partition : List.of(ORDERS, CONTACTS)) {
            assertRefused(partition, Map.of()).hasMessageContaining(EXAMPLE).hasMessageContaining("set it to null");
            for (Map<String, Object> offset : List.<Map<String, Object>>of(
                    Map.of("read_up_to", "2026-01-01 08:00:00"),
                    Map.of("last_id", 1),
                    Map.of("scope", SCOPE),
                    Map.of("window_precision", "second", "read_up_to", "2026-01-01 08:00:00"))) {
                assertRefused(partition, offset)
                        .hasMessageContaining("field 'phase' is null")
                        .hasMessageContaining("to null")
                        .hasMessageContaining(EXAMPLE);
            }
            assertRefused(partition, Map.of("phase", "backfill", "read_up_to", "2026-01-01 08:00:00"))
                    .hasMessageContaining("field 'last_id' is null")
                    .hasMessageContaining(EXAMPLE);
        }
    }

    @Test
    void anEmptyOffsetIsRefusedForListsAndSlicesToo() {
        for (String resource : List.of("groups", "group-members", "tag-value-lines")) {
            assertRefused(Map.of("platform", "linkflow", "resource", resource), Map.of())
                    .hasMessageContaining("set it to null");
        }
        assertRefused(Map.of("platform", "linkflow", "resource", "group-members", "group", "3"), Map.of())
                .hasMessageContaining("set it to null");
    }

    /** As it is stored before anything is read. */
    @Test
    void theOffsetOfACalibrationIsAccepted() {
        assertAccepted(CONTACTS, Map.of("window_precision", "second", "scope", SCOPE + ", contacts.anonymous=named"));
    }

    static List<Map<String, Object>> foreignPartitions() {
        Map<String, Object> withNull = new HashMap<>(ORDERS);
        withNull.put("resource", null);
        return Arrays.asList(
                null,
                Map.of(),
                withNull,
                Map.of("platform", "linkflow"),
                Map.of("platform", "wukong", "resource", "orders"),
                Map.of("platform", "linkflow", "resource", "people"),
                Map.of("platform", "linkflow", "resource", 7),
                Map.of("platform", "linkflow", "resource", "orders", "day", "2026-03-01"),
                Map.of("Platform", "linkflow", "resource", "orders"));
    }

    @ParameterizedTest
    @MethodSource("foreignPartitions")
    void aPartitionOfAnotherConnectorIsRefusedWithTheRightForm(Map<String, Object> partition) {
        assertThatThrownBy(() -> offsets.check(Collections.singletonMap(partition, Map.of("last_id", 1))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("{\"platform\": \"linkflow\", \"resource\": \"orders\" or \"contacts\" or");
    }

    /** Else a name that another connector had before could never be reset. */
    @ParameterizedTest
    @MethodSource("foreignPartitions")
    void aResetTakesAnyPartitionAway(Map<String, Object> partition) {
        assertThatCode(() -> offsets.check(Collections.singletonMap(partition, null)))
                .doesNotThrowAnyException();
    }

    @Test
    void theScopeOfAnotherConfigurationIsRefused() {
        assertAccepted(ORDERS, Map.of("scope", SCOPE, "phase", "backfill", "last_id", 1));
        assertAccepted(
                CONTACTS, Map.of("scope", SCOPE + ", contacts.anonymous=named", "phase", "backfill", "last_id", 1));
        assertRefused(ORDERS, Map.of("scope", SCOPE + "2026-01-01", "phase", "backfill", "last_id", 1))
                .hasMessageContaining("start.time=2026-01-01")
                .hasMessageContaining("reset the offsets of 'orders'");
        assertRefused(CONTACTS, Map.of("scope", SCOPE + ", contacts.anonymous=all", "phase", "backfill", "last_id", 1))
                .hasMessageContaining("contacts.anonymous=all");
    }

    @Test
    void oneBadOffsetAmongGoodOnesIsFound() {
        Map<Map<String, ?>, Map<String, ?>> both = new HashMap<>();
        both.put(ORDERS, Map.of("phase", "backfill", "last_id", 1));
        both.put(CONTACTS, Map.of("last_id", "x"));
        assertThatThrownBy(() -> offsets.check(both)).hasMessageContaining("'contacts'");
    }

    private void assertAccepted(Map<String, Object> partition, Map<String, Object> offset) {
        assertThatCode(() -> offsets.check(Map.of(partition, offset))).doesNotThrowAnyException();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            Map<String, Object> partition, Map<String, Object> offset) {
        return assertThatThrownBy(() -> offsets.check(Map.of(partition, offset)))
                .isInstanceOf(ConnectException.class);
    }

    private static AlteredOffsets<LinkflowSourceOptions> offsetsAt(TimeSource time) {
        return LinkflowSourceConnector.DEFINITION.alteredOffsets(new LinkflowSourceOptions(Properties.REQUIRED), time);
    }
}
