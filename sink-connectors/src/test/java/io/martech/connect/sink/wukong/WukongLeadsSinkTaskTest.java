package io.martech.connect.sink.wukong;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.wukong.ImportedLead;
import io.martech.connect.sandbox.wukong.WukongFault;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import io.martech.connect.sandbox.wukong.WukongRevision;
import io.martech.connect.sink.contract.SinkTaskContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;

/** The whole sink against a simulated Wukong. */
class WukongLeadsSinkTaskTest extends SinkTaskContract<SimulatedWukong> {

    private final WukongPlatform platform = run.simulated.platform;

    @Override
    protected SimulatedWukong newPlatform() {
        return new SimulatedWukong();
    }

    @Override
    protected SinkTask newTask() {
        return new WukongLeadsSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        Map<String, String> config = WukongLeadsConfigTest.leads("wukong.reject.codes", "40035", "linger.ms", "50");
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return config;
    }

    @Override
    protected List<SinkRecord> people(int count) {
        return leads(count, count);
    }

    @Override
    protected String writes() {
        return "import";
    }

    @Test
    void leads_arrive_many_in_a_request_and_in_order_per_person() {
        platform.conditions().latency(Duration.ofMillis(5));
        run.start(run.reaching(least("batch.size", "20")));
        List<SinkRecord> records = leads(50, 500);
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(platform.importedLeads())
                .hasSize(500)
                .extracting(ImportedLead::path)
                .containsOnly("/importv1/potential");
        Map<String, List<Integer>> names = new HashMap<>();
        platform.importedLeads()
                .forEach(lead -> names.computeIfAbsent(lead.fields().get("mobile"), none -> new ArrayList<>())
                        .add(Integer.valueOf(lead.fields().get("name"))));
        assertThat(names.values()).hasSize(50).allSatisfy(each -> assertThat(each)
                .isSorted());
        assertThat(run.simulated.requests().of("import")).isLessThan(200);
    }

    @Test
    void each_record_may_name_its_user_and_its_fields() {
        platform.quirks().revisions.set(Set.of(WukongRevision.V2));
        run.start(run.reaching(
                least(
                        "wukong.api.revision",
                        "v2",
                        "wukong.uid.field",
                        "owner.uid",
                        "lead.fields",
                        "phone:mobile,wx:wechat"),
                "wukong.uid",
                null));
        run.put(List.of(
                recordAt(0, map("owner", map("uid", 77), "phone", 13_900_000_000L, "wx", "a", "name", "not sent")),
                recordAt(1, map("owner", map("uid", "78"), "phone", "13900000001", "wx", null)),
                recordAt(2, map("owner", null, "phone", "13900000002"))));
        run.untilAllIsCommitted();

        assertThat(platform.importedLeads())
                .extracting(ImportedLead::wkUid, ImportedLead::path, ImportedLead::fields)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "77", "/openv1/import", Map.of("mobile", "13900000000", "wechat", "a")),
                        org.assertj.core.groups.Tuple.tuple("78", "/openv1/import", Map.of("mobile", "13900000001")));
        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("wukong.uid.field"));
    }

    @Test
    void what_is_refused_is_set_aside_and_its_neighbours_arrive() {
        run.start(run.reaching(least("linger.ms", "200")));
        List<SinkRecord> records = new ArrayList<>(people(8));
        records.set(3, recordAt(3, map("name", "poison", "mobile", "13900000003")));
        records.set(5, recordAt(5, map("company", "nobody asks for it")));
        records.set(6, recordAt(6, null));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports())
                .extracting(report -> report.record().kafkaOffset())
                .containsExactlyInAnyOrder(3L, 5L);
        assertThat(platform.importedLeads()).hasSize(5);
    }

    @Test
    void too_many_at_once_are_halved_if_the_code_is_known() {
        platform.quirks().largestImport.set(3);
        run.start(run.reaching(least("wukong.split.codes", "45008", "linger.ms", "200")));
        run.put(people(10));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(platform.importedLeads()).hasSize(10);
    }

    @Test
    void a_code_that_nobody_knows_stops_the_task_and_names_it() {
        run.start(run.reaching(WukongLeadsConfigTest.leads()));
        run.put(List.of(recordAt(0, map("name", "poison"))));

        assertThat(run.untilFailure()).hasMessageContaining("40035").hasMessageContaining("not documented");
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void faults_of_every_kind_at_once_lose_nothing_and_reject_nothing() {
        Stream.of(
                        WireFault.SERVER_ERROR_WITH_TEXT,
                        WireFault.BAD_GATEWAY_WITH_HTML,
                        WireFault.GARBAGE_WITH_STATUS_200,
                        WireFault.RESET_BEFORE_APPLYING,
                        WireFault.RESET_AFTER_APPLYING,
                        WireFault.TRUNCATED_JSON,
                        WukongFault.UNKNOWN_CODE)
                .forEach(fault ->
                        run.simulated.faults().inject(fault, 0.04, io.martech.connect.sandbox.http.Traffic.WRITE));
        run.start(run.reaching(least("batch.size", "5")));
        run.put(people(200));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(platform.importedLeads().stream()
                        .map(lead -> lead.fields().get("mobile"))
                        .collect(Collectors.toSet()))
                .hasSize(200);
    }

    @Test
    void a_token_that_dies_loses_nothing() {
        platform.conditions().latency(Duration.ofMillis(20));
        run.start(run.reaching(least("batch.size", "2", "linger.ms", "0")));
        run.put(people(200));
        await().pollInterval(Duration.ofMillis(2))
                .until(() -> platform.importedLeads().size() > 20);
        platform.tokens().revokeAccessTokens();
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(platform.importedLeads()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(run.simulated.requests().of("token")).isEqualTo(2);
    }

    /** So many records about fewer people, each with its offset for a name. */
    private static List<SinkRecord> leads(int people, int count) {
        return IntStream.range(0, count)
                .mapToObj(offset -> recordAt(
                        offset, map("name", "" + offset, "mobile", "139" + String.format("%08d", offset % people))))
                .toList();
    }
}
