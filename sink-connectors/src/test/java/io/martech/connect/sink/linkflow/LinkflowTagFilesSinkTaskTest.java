package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTagFiles;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTags;
import io.martech.connect.sandbox.linkflow.tag.ReceivedTagFile;
import io.martech.connect.sandbox.linkflow.tag.TagFileForm;
import io.martech.connect.sink.contract.SinkTaskContract;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sink that writes tag values as files, against a simulated Linkflow. */
class LinkflowTagFilesSinkTaskTest extends SinkTaskContract<SimulatedLinkflow> {

    private final LinkflowTags tags = run.simulated.platform.tags();
    private final LinkflowTagFiles files = run.simulated.platform.tagFiles();

    @BeforeEach
    void addTags() {
        tags.add("tag_level", "text");
    }

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkTask newTask() {
        return new LinkflowTagValuesSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.tagFiles(more);
    }

    @Override
    protected List<SinkRecord> people(int count) {
        return levels(phones(count));
    }

    @Override
    protected String writes() {
        return "tags.upload";
    }

    /** Not that of a file which cannot be read: if all are refused by it, their form is to blame. */
    @Override
    protected Fault refusal() {
        return run.simulated.error(500, "B01162");
    }

    /** A calculation speaks of everybody. */
    @Override
    protected int writesAtOnce() {
        return 1;
    }

    @Test
    void the_last_value_of_everybody_arrives_in_one_file_per_tag() {
        tags.add("tag_interests", "array");
        List<String> phones = phones(2);
        run.start(run.reaching(least("linger.ms", "300")));
        run.put(List.of(
                recordAt(0, map("mobilePhone", phones.get(0), "tag_level", "first")),
                recordAt(1, map("mobilePhone", phones.get(1), "tag_level", "金 \"卡\"")),
                recordAt(2, map("mobilePhone", phones.get(0), "tag_level", "last")),
                recordAt(3, map("mobilePhone", phones.get(1), "tag_interests", List.of("手机", "茶")))));
        run.untilAllIsCommitted();

        assertThat(files.received())
                .extracting(LinkflowTagFilesSinkTaskTest::text)
                .containsExactlyInAnyOrder(
                        "identity,value\n" + phones.get(0) + ",last\n" + phones.get(1) + ",\"金 \"\"卡\"\"\"\n",
                        "identity,value\n" + phones.get(1) + ",\"手机,茶\"\n");
        assertThat(files.received()).allSatisfy(file -> {
            assertThat(file.operate()).isEqualTo("append");
            assertThat(file.contentType()).isEqualTo("text/csv");
            assertThat(file.fileName()).matches(file.tagKey() + "-[0-9a-f-]{36}\\.csv");
        });
        assertThat(files.calculations()).isEqualTo(2);
        assertThat(valuesOf(phones.get(0))).isEqualTo(Map.of("tag_level", "last"));
        assertThat(valuesOf(phones.get(1))).isEqualTo(Map.of("tag_level", "金 \"卡\"", "tag_interests", "手机,茶"));
    }

    @Test
    void later_files_follow_earlier_ones_and_never_two_at_a_time() {
        files.calculationTime.set(Duration.ofMillis(200));
        List<String> phones = phones(3);
        run.start(run.reaching(least("batch.size", "4", "linger.ms", "0")));
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < 12; offset++) {
            records.add(recordAt(offset, map("mobilePhone", phones.get(offset % 3), "tag_level", "" + offset)));
        }
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(run.simulated.server.conflictingWrites()).isZero();
        assertThat(files.received()).hasSizeGreaterThan(1);
        for (int person = 0; person < 3; person++) {
            String phone = phones.get(person);
            assertThat(tags.received().stream()
                            .filter(action -> action.identity().id().equals(phone))
                            .map(action -> Integer.valueOf(action.value())))
                    .isSorted()
                    .last()
                    .isEqualTo(9 + person);
        }
    }

    @Test
    void nothing_is_delivered_before_the_calculation_has_ended() {
        files.calculationTime.set(Duration.ofSeconds(2));
        run.start(run.reaching(least("linger.ms", "0")));
        run.put(people(1));
        await().until(() -> run.simulated.server.requests().of("tags.calculate") > 0);
        long looks = run.simulated.server.requests().of("tags.list");
        await().until(() -> run.simulated.server.requests().of("tags.list") > looks + 6);

        boolean wasCommitted = run.committed().containsValue(1L);
        boolean wasCalculated = !run.simulated.platform.tags().received().isEmpty();
        assertThat(wasCommitted && !wasCalculated).isFalse();
        run.untilAllIsCommitted();
        assertThat(tags.received()).isNotEmpty();
    }

    @Test
    void a_calculation_that_fails_stops_the_task_and_its_file_comes_again() {
        files.calculationsFail.set(true);
        List<SinkRecord> people = people(20);
        run.start(run.reaching(least("tags.calculation.timeout.ms", "300")));
        run.put(people);

        assertThat(run.untilFailure())
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("tag_level")
                .hasMessageContaining("lastCalculateTime")
                .hasMessageContaining("tags.file.confirmation");
        assertThat(run.reporter.reports()).isEmpty();
        assertThat(run.committed().values()).containsOnly(0L);
        run.stop();

        files.calculationsFail.set(false);
        run.start(run.reaching(least()));
        run.put(people);
        run.untilAllIsCommitted();
        assertThat(files.received())
                .hasSize(2)
                .extracting(ReceivedTagFile::fileName)
                .containsOnly(files.received().get(0).fileName());
        assertThat(lastLevels()).isEqualTo(lastLevels(people));
    }

    @Test
    void who_trusts_the_platform_does_not_wait_for_the_end() {
        files.calculationTimesShown.set(false);
        run.start(run.reaching(least("tags.file.confirmation", "accepted", "tags.calculation.timeout.ms", "300")));
        List<SinkRecord> people = people(5);
        run.put(people);
        run.untilAllIsCommitted();

        assertThat(lastLevels()).isEqualTo(lastLevels(people));
    }

    @Test
    void a_refused_file_is_sent_in_halves_until_the_culprit_stands_alone() {
        run.start(run.reaching(least("tags.file.confirmation", "accepted")));
        List<SinkRecord> people = people(20);
        SinkRecord culprit = people.get(13);
        people.set(13, recordAt(13, map("mobilePhone", phoneIn(culprit), "tag_level", "poison")));
        run.put(people);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> {
            assertThat(report.record().kafkaOffset()).isEqualTo(13);
            assertThat(report.error()).hasMessageContaining("B00010");
        });
        people.remove(13);
        assertThat(lastLevels()).isEqualTo(lastLevels(people));
    }

    @Test
    void a_file_that_is_too_large_is_sent_in_halves() {
        files.largest.set(200);
        run.start(run.reaching(least("tags.file.confirmation", "accepted")));
        List<SinkRecord> people = people(40);
        run.put(people);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(files.received()).hasSizeGreaterThan(3);
        assertThat(lastLevels()).isEqualTo(lastLevels(people));
    }

    @Test
    void what_cannot_stand_in_a_file_is_set_aside_before_one_is_made() {
        tags.add("tag_rfm", "text", "RFM");
        files.form.set(new TagFileForm('\t', false, true, Charset.forName("GBK")));
        List<String> phones = phones(6);
        run.start(run.reaching(least(
                "tags.file.columns", "value,identity",
                "tags.file.header", "",
                "tags.file.separator", "tab",
                "tags.file.quotes", "never",
                "tags.file.line.end", "crlf",
                "tags.file.charset", "GBK",
                "tags.file.name", "{tag}.txt")));
        run.put(List.of(
                recordAt(0, map("mobilePhone", phones.get(0), "tag_level", "金卡, 首席")),
                recordAt(1, map("mobilePhone", phones.get(1), "tag_level", "🎉")),
                recordAt(2, map("mobilePhone", phones.get(2), "tag_level", "a\tb")),
                recordAt(3, map("mobilePhone", phones.get(3), "tag_nobody_made", "x")),
                recordAt(4, map("mobilePhone", phones.get(4), "tag_rfm", "x")),
                recordAt(5, map("mobilePhone", phones.get(5), "tag_level", "银卡"))));
        run.untilAllIsCommitted();

        Map<Long, String> reports = new HashMap<>();
        run.reporter
                .reports()
                .forEach(report -> reports.put(
                        report.record().kafkaOffset(), report.error().getMessage()));
        assertThat(reports).containsOnlyKeys(1L, 2L, 3L, 4L);
        assertThat(reports.get(1L)).contains("tags.file.charset", "GBK").doesNotContain("🎉", phones.get(1));
        assertThat(reports.get(2L)).contains("tags.file.quotes").doesNotContain("a\tb");
        assertThat(reports.get(3L)).contains("tag_nobody_made");
        assertThat(reports.get(4L)).contains("tag_rfm", "RFM");
        assertThat(run.simulated.server.requests().of("tags.upload")).isEqualTo(1);
        assertThat(files.received()).extracting(ReceivedTagFile::fileName).containsExactly("tag_level.txt");
        assertThat(valuesOf(phones.get(0))).isEqualTo(Map.of("tag_level", "金卡, 首席"));
        assertThat(valuesOf(phones.get(5))).isEqualTo(Map.of("tag_level", "银卡"));
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
                        LinkflowFault.UNKNOWN_CODE)
                .forEach(fault -> run.simulated.server.faults().inject(fault, 0.05));
        run.start(run.reaching(least("batch.size", "25")));
        List<SinkRecord> people = people(100);
        run.put(people);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(lastLevels()).isEqualTo(lastLevels(people));
    }

    @Test
    void somebody_elses_calculation_is_awaited_and_not_taken_for_ours() {
        files.calculationTime.set(Duration.ofSeconds(1));
        files.calculate("tag_level");
        run.start(run.reaching(least("linger.ms", "0")));
        List<SinkRecord> people = people(1);
        run.put(people);
        run.untilAllIsCommitted();

        assertThat(files.calculations()).isEqualTo(2);
        assertThat(run.simulated.server.requests().of("tags.calculate")).isGreaterThan(1);
        assertThat(lastLevels()).isEqualTo(lastLevels(people));
    }

    @Test
    void a_tag_that_is_not_in_use_stops_the_task() {
        files.disable("tag_level");
        run.start(run.reaching(least()));
        run.put(people(3));

        assertThat(run.untilFailure())
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("B01165")
                .hasMessageContaining("tag.fields");
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void a_tag_that_was_deleted_meanwhile_rejects_those_who_speak_of_it_alone() {
        tags.add("tag_gone", "text");
        List<String> phones = phones(3);
        run.start(run.reaching(least()));
        run.put(List.of(recordAt(0, map("mobilePhone", phones.get(0), "tag_gone", "x"))));
        run.untilAllIsCommitted();
        tags.delete("tag_gone");
        run.put(List.of(
                recordAt(1, map("mobilePhone", phones.get(1), "tag_gone", "x")),
                recordAt(2, map("mobilePhone", phones.get(2), "tag_level", "x"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> {
            assertThat(report.record().kafkaOffset()).isEqualTo(1);
            assertThat(report.error()).hasMessageContaining("tag_gone");
        });
        assertThat(valuesOf(phones.get(2))).isEqualTo(Map.of("tag_level", "x"));
    }

    @Test
    void what_comes_during_a_calculation_goes_into_the_next_file() {
        files.calculationTime.set(Duration.ofSeconds(1));
        List<SinkRecord> people = people(12);
        run.start(run.reaching(least("linger.ms", "0")));
        run.put(people.subList(0, 1));
        await().until(() -> files.calculations() == 1);
        for (int more = 1; more < people.size(); more++) {
            run.put(people.subList(more, more + 1));
        }
        run.untilAllIsCommitted();

        assertThat(files.received()).hasSize(2);
        assertThat(lastLevels()).isEqualTo(lastLevels(people));
    }

    @Test
    void a_tag_that_is_refused_does_not_repeat_the_files_of_the_others() {
        tags.add("tag_city", "text");
        tags.add("tag_taste", "text");
        List<String> phones = phones(8);
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < 8; offset++) {
            records.add(recordAt(
                    offset,
                    map(
                            "mobilePhone",
                            phones.get(offset),
                            "tag_level",
                            "" + offset,
                            "tag_city",
                            "" + offset,
                            "tag_taste",
                            offset == 5 ? "poison" : "" + offset)));
        }
        run.start(run.reaching(least(
                "tags.file.confirmation",
                "accepted",
                "tag.fields",
                "tag_level:tag_level,tag_city:tag_city,tag_taste:tag_taste")));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports())
                .singleElement()
                .satisfies(report -> assertThat(report.record().kafkaOffset()).isEqualTo(5));
        assertThat(files.received()).extracting(ReceivedTagFile::tagKey).containsOnlyOnce("tag_level", "tag_city");
        assertThat(valuesOf(phones.get(7))).isEqualTo(Map.of("tag_level", "7", "tag_city", "7", "tag_taste", "7"));
    }

    @Test
    void halves_of_a_refused_file_leave_the_last_value() {
        tags.add("tag_taste", "text");
        List<String> phones = phones(2);
        run.start(run.reaching(
                least("tags.file.confirmation", "accepted", "tag.fields", "tag_level:tag_level,tag_taste:tag_taste")));
        run.put(List.of(
                recordAt(0, map("mobilePhone", phones.get(0), "tag_level", "first")),
                recordAt(1, map("mobilePhone", phones.get(1), "tag_taste", "poison")),
                recordAt(2, map("mobilePhone", phones.get(0), "tag_level", "last")),
                recordAt(3, map("mobilePhone", phones.get(1), "tag_level", "other"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).hasSize(1);
        assertThat(valuesOf(phones.get(0))).isEqualTo(Map.of("tag_level", "last"));
        assertThat(valuesOf(phones.get(1))).isEqualTo(Map.of("tag_level", "other"));
    }

    @Test
    void files_of_a_form_that_is_never_taken_stop_the_task_before_the_topic_is_drained() {
        run.simulated.faults().outage(run.simulated.refusal(), Traffic.WRITE);
        run.start(run.reaching(least()));
        run.put(people(300));

        assertThat(run.untilFailure()).isInstanceOf(ConnectException.class).hasMessageContaining("tags.file.columns");
        assertThat(run.reporter.reports()).hasSizeLessThan(2);
    }

    @Test
    void one_wrong_record_in_the_first_file_does_not_stop_the_task() {
        List<SinkRecord> people = people(8);
        people.set(0, recordAt(0, map("mobilePhone", phoneIn(people.get(0)), "tag_level", "poison")));
        run.start(run.reaching(least("tags.file.confirmation", "accepted")));
        run.put(people);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("B00010")
                .hasMessageContaining("tags.file.columns"));
    }

    private List<String> phones(int count) {
        return run.simulated.platform.contacts().insert(count).stream()
                .map(this::phoneOf)
                .toList();
    }

    private String phoneOf(long contact) {
        return run.simulated
                .platform
                .contacts()
                .find(contact)
                .orElseThrow()
                .path("mobilePhone")
                .asText();
    }

    /** Records that set tag_level, each to its offset. */
    private static List<SinkRecord> levels(List<String> phones) {
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < phones.size(); offset++) {
            records.add(recordAt(offset, map("mobilePhone", phones.get(offset), "tag_level", "" + offset)));
        }
        return records;
    }

    private Map<String, String> valuesOf(String phone) {
        return run.simulated.platform.contacts().ids().stream()
                .filter(contact -> phoneOf(contact).equals(phone))
                .findFirst()
                .map(contact -> run.simulated.platform.tags().valuesOf(contact))
                .orElseThrow();
    }

    private Map<String, String> lastLevels() {
        Map<String, String> levels = new HashMap<>();
        run.simulated.platform.tags().valuesByContact().forEach((contact, values) -> {
            if (values.containsKey("tag_level")) {
                levels.put(phoneOf(contact), values.get("tag_level"));
            }
        });
        return levels;
    }

    private static Map<String, String> lastLevels(List<SinkRecord> records) {
        Map<String, String> levels = new HashMap<>();
        records.forEach(record -> levels.put(phoneIn(record), (String) ((Map<?, ?>) record.value()).get("tag_level")));
        return levels;
    }

    private static String phoneIn(SinkRecord record) {
        return (String) ((Map<?, ?>) record.value()).get("mobilePhone");
    }

    private static String text(ReceivedTagFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
