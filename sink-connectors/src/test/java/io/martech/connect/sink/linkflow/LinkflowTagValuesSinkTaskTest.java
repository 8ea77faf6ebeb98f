package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTags;
import io.martech.connect.sandbox.linkflow.tag.ReceivedTagAction;
import io.martech.connect.sink.contract.SinkTaskContract;
import io.martech.connect.sink.contract.TestRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole sink against a simulated Linkflow. */
class LinkflowTagValuesSinkTaskTest extends SinkTaskContract<SimulatedLinkflow> {

    private final LinkflowTags tags = run.simulated.platform.tags();

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
        return Configs.tags(more);
    }

    @Override
    protected List<SinkRecord> people(int count) {
        return levels(count, phones(count), new Random(count));
    }

    @Override
    protected String writes() {
        return "tags.value";
    }

    @Test
    void the_last_value_arrives_in_order_per_person_and_many_people_at_a_time() {
        run.simulated.platform.conditions().latency(Duration.ofMillis(1), Duration.ofMillis(5));
        run.start(run.reaching(least("batch.size", "5")));
        List<SinkRecord> records = levels(1_000, phones(80), new Random(1));
        for (int from = 0; from < records.size(); from += 250) {
            run.put(records.subList(from, from + 250));
        }
        run.untilAllIsCommitted();

        assertThat(run.simulated.server.conflictingWrites()).isZero();
        assertThat(run.simulated.server.mostWritesInFlight()).isGreaterThan(3);
        assertThat(tags.ignoredCount()).isZero();
        assertThat(lastLevels()).isEqualTo(lastLevels(records));
        Map<String, List<Integer>> received = new HashMap<>();
        tags.received()
                .forEach(action -> received.computeIfAbsent(action.identity().id(), none -> new ArrayList<>())
                        .add(Integer.valueOf(action.value())));
        assertThat(received.values()).as("later values follow earlier ones").allSatisfy(levels -> assertThat(levels)
                .isSorted());
    }

    @Test
    void records_of_one_person_share_a_request_where_the_last_value_of_each_tag_counts() {
        tags.add("tag_city", "text");
        run.start(run.reaching(least("linger.ms", "200", "behavior.on.null.tags", "delete")));
        String phone = phones(1).get(0);
        run.put(List.of(
                recordAt(0, map("mobilePhone", phone, "tag_level", "1", "tag_city", "上海")),
                recordAt(1, map("mobilePhone", phone, "tag_level", "2")),
                recordAt(2, map("mobilePhone", phone, "tag_city", null))));
        run.untilAllIsCommitted();

        assertThat(run.simulated.server.requests().of("tags.value")).isEqualTo(1);
        assertThat(tags.received())
                .extracting(ReceivedTagAction::tagKey, ReceivedTagAction::action, ReceivedTagAction::value)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("tag_level", "set", "2"),
                        org.assertj.core.groups.Tuple.tuple("tag_city", "delete", null));
    }

    @Test
    void one_person_under_two_names_keeps_the_order() {
        run.simulated.platform.conditions().latency(Duration.ofMillis(5));
        long contact = run.simulated.platform.contacts().insert();
        String phone = field(contact, "mobilePhone");
        String email = field(contact, "email");
        run.start(run.reaching(least()));
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < 40; offset++) {
            Map<String, Object> value = offset % 2 == 0
                    ? map("mobilePhone", phone, "email", email, "tag_level", "" + offset)
                    : map("email", email, "tag_level", "" + offset);
            records.add(recordAt(offset, value));
        }
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(tags.received())
                .extracting(action -> Integer.valueOf(action.value()))
                .isSorted();
        assertThat(tags.valuesOf(contact)).isEqualTo(Map.of("tag_level", "39"));
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
        run.start(run.reaching(
                least("batch.size", "5", "tags.auto.create", "true", "tags.auto.create.identity.type", "phone")));
        List<String> phones = phones(40);
        List<SinkRecord> records = levels(300, phones, new Random(2));
        for (int i = 0; i < 12; i++) {
            records.add(recordAt(300 + i, map("mobilePhone", phones.get(i), "tag_new_" + i, true)));
        }
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(lastLevels()).isEqualTo(lastLevels(records));
        assertThat(tags.byKey()).hasSize(13);
    }

    @Test
    void what_is_refused_is_set_aside_and_its_neighbours_arrive() {
        tags.add("tag_rfm", "text", "RFM");
        tags.add("tag_born", "datetime");
        run.start(run.reaching(least("linger.ms", "100")));
        String phone = phones(1).get(0);
        run.put(List.of(
                recordAt(0, map("mobilePhone", phone, "tag_level", "first")),
                recordAt(1, map("mobilePhone", phone, "tag_nobody_made", "x")),
                recordAt(2, map("mobilePhone", phone, "tag_rfm", "x", "tag_level", "not this")),
                recordAt(3, map("mobilePhone", phone, "tag_level", "poison")),
                recordAt(4, map("mobilePhone", phone, "tag_born", "when the sun rose")),
                recordAt(5, map("mobilePhone", "19999999999", "tag_level", "of a stranger")),
                recordAt(6, map("tag_level", "of nobody")),
                recordAt(7, map("mobilePhone", phone, "tag_level", map("a", 1))),
                recordAt(8, map("mobilePhone", phone, "tag_level", "last"))));
        run.untilAllIsCommitted();

        Map<Long, String> reports = new HashMap<>();
        run.reporter
                .reports()
                .forEach(report -> reports.put(
                        report.record().kafkaOffset(), report.error().getMessage()));
        assertThat(reports).containsOnlyKeys(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(reports.get(1L)).contains("no tag tag_nobody_made", "tags.auto.create");
        assertThat(reports.get(2L)).contains("tag_rfm", "RFM", "UPLOAD");
        assertThat(reports.get(3L)).contains("B00010");
        assertThat(reports.get(4L)).contains("tag_born", "datetime").doesNotContain("when the sun rose");
        assertThat(reports.get(5L)).contains("B01376");
        assertThat(reports.get(6L)).contains("identity.fields");
        assertThat(reports.get(7L)).contains("tag_level");
        assertThat(tags.ignoredCount())
                .as("the platform would have said nothing")
                .isZero();
        assertThat(lastLevels()).containsExactly(Map.entry(phone, "last"));
    }

    @Test
    void a_limit_of_actions_is_found_and_remembered() {
        List<String> phones = phones(5);
        for (int tag = 0; tag < 40; tag++) {
            tags.add("tag_" + tag, "number");
        }
        run.simulated.platform.quirks().tags.mostActions.set(12);
        run.start(run.reaching(least()));
        for (int person = 0; person < 5; person++) {
            Map<String, Object> value = map("mobilePhone", phones.get(person));
            for (int tag = 0; tag < 40; tag++) {
                value.put("tag_" + tag, tag + person);
            }
            run.put(List.of(recordAt(person, value)));
            run.untilAllIsCommitted();
        }

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(tags.received()).hasSize(200);
        assertThat(run.simulated.server.requests().of("tags.value"))
                .as("40 and 20 are too much once; then 10 at a time")
                .isEqualTo(2 + 5 * 4);
    }

    @Test
    void tags_are_read_on_all_pages_once_and_again_when_one_is_missing() {
        for (int tag = 0; tag < 250; tag++) {
            tags.add("tag_" + tag, "text");
        }
        run.simulated.platform.quirks().tags.largestPage.set(50);
        String phone = phones(1).get(0);
        run.start(run.reaching(least()));
        run.put(List.of(recordAt(0, map("mobilePhone", phone, "tag_249", "x"))));
        run.untilAllIsCommitted();
        long firstReading = run.simulated.server.requests().of("tags.list");
        run.put(List.of(recordAt(1, map("mobilePhone", phone, "tag_100", "x"))));
        run.untilAllIsCommitted();
        assertThat(run.simulated.server.requests().of("tags.list")).isEqualTo(firstReading);

        tags.add("tag_late", "text");
        run.put(List.of(recordAt(2, map("mobilePhone", phone, "tag_late", "y"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(tags.received())
                .extracting(ReceivedTagAction::tagKey)
                .containsExactly("tag_249", "tag_100", "tag_late");
    }

    @Test
    void a_key_that_stays_missing_is_not_looked_for_again_and_again() {
        run.start(run.reaching(least()));
        String phone = phones(1).get(0);
        for (int offset = 0; offset < 4; offset++) {
            run.put(List.of(recordAt(offset, map("mobilePhone", phone, "tag_unknown", "x"))));
            run.untilAllIsCommitted();
        }

        assertThat(run.reporter.reports()).hasSize(4);
        assertThat(run.simulated.server.requests().of("tags.list")).isEqualTo(2);
    }

    @Test
    void a_tag_that_was_made_anew_is_found_under_its_new_id() {
        String phone = phones(1).get(0);
        run.start(run.reaching(least()));
        run.put(List.of(recordAt(0, map("mobilePhone", phone, "tag_level", "old"))));
        run.untilAllIsCommitted();
        tags.delete("tag_level");
        long id = tags.add("tag_level", "text");
        run.put(List.of(recordAt(1, map("mobilePhone", phone, "tag_level", "new"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(tags.received()).last().extracting(ReceivedTagAction::tagId).isEqualTo(id);
    }

    @Test
    void a_deleted_tag_is_noticed_while_running_though_the_platform_says_nothing() {
        run.simulated.platform.quirks().tags.unknownTagCode.set(null);
        String phone = phones(1).get(0);
        run.start(run.reaching(least("tags.refresh.interval.ms", "1")));
        run.put(List.of(recordAt(0, map("mobilePhone", phone, "tag_level", "seen"))));
        run.untilAllIsCommitted();
        tags.delete("tag_level");
        run.put(List.of(recordAt(1, map("mobilePhone", phone, "tag_level", "unseen"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("no tag tag_level"));
        assertThat(tags.ignoredCount()).isZero();
    }

    @Test
    void a_restart_reads_the_tags_again_and_repeats_what_was_not_committed() {
        List<SinkRecord> records = levels(200, phones(40), new Random(8));
        run.simulated.platform.conditions().latency(Duration.ofMillis(5));
        run.start(run.reaching(least()));
        run.put(records);
        await().until(() -> tags.received().size() > 20);
        run.stop();
        tags.delete("tag_level");
        tags.add("tag_level", "text");
        run.simulated.platform.quirks().tags.unknownTagCode.set(null);

        run.start(run.reaching(least()));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(lastLevels()).isEqualTo(lastLevels(records));
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void missing_tags_are_created_once_with_the_data_type_of_the_field() {
        run.start(run.reaching(least(
                "tags.auto.create",
                "true",
                "tags.auto.create.identity.type",
                "externalId",
                "tags.auto.create.channel.id",
                run.simulated.platform.channelIds().get(Configs.CHANNEL).toString(),
                "behavior.on.null.tags",
                "delete")));
        List<SinkRecord> records = new ArrayList<>();
        List<String> phones = phones(20);
        for (int offset = 0; offset < 20; offset++) {
            records.add(recordAt(
                    offset,
                    map(
                            "mobilePhone",
                            phones.get(offset),
                            "tag_b",
                            true,
                            "tag_n",
                            1.50,
                            "tag_d",
                            new java.util.Date(TestRecords.TIMESTAMP),
                            "tag_a",
                            List.of("红", "蓝"),
                            "tag_t",
                            "x",
                            "tag_gone",
                            null)));
        }
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(run.simulated.server.requests().of("tags.create")).isEqualTo(5);
        Map<String, String> types = new HashMap<>();
        tags.byKey().forEach((key, tag) -> types.put(key, tag.path("dataType").asText()));
        assertThat(types)
                .isEqualTo(Map.of(
                        "tag_level", "text",
                        "tag_b", "boolean",
                        "tag_n", "number",
                        "tag_d", "datetime",
                        "tag_a", "array",
                        "tag_t", "text"));
        assertThat(tags.identityTypeOf("tag_b")).hasValue("externalId");
        assertThat(tags.valuesByContact().values()).hasSize(20).allSatisfy(values -> assertThat(values)
                .isEqualTo(Map.of(
                        "tag_b", "true",
                        "tag_n", "1.5",
                        "tag_d", "2022-09-14 17:01:57",
                        "tag_a", "红,蓝",
                        "tag_t", "x")));
    }

    @Test
    void a_tag_that_somebody_else_creates_and_that_is_listed_late_is_waited_for() {
        run.simulated.platform.quirks().tags.listDelay.set(Duration.ofMillis(400));
        tags.add("tag_theirs", "number");
        run.start(run.reaching(least("tags.auto.create", "true", "tags.auto.create.identity.type", "phone")));
        String phone = phones(1).get(0);
        run.put(List.of(recordAt(0, map("mobilePhone", phone, "tag_theirs", 1, "tag_ours", 2))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(tags.received())
                .extracting(ReceivedTagAction::tagKey)
                .containsExactlyInAnyOrder("tag_theirs", "tag_ours");
    }

    @ParameterizedTest
    @CsvSource({"phone, , B00037, tag_new", "externalId, 99, B00159, tags.auto.create.channel.id"})
    void what_no_record_is_to_blame_for_stops_the_task(String type, String channel, String code, String named) {
        run.simulated.platform.quirks().tags.quota.set(code.equals("B00037") ? 1 : 100);
        run.start(run.reaching(least(
                "tags.auto.create",
                "true",
                "tags.auto.create.identity.type",
                type,
                "tags.auto.create.channel.id",
                channel)));
        run.put(List.of(recordAt(0, map("mobilePhone", phones(1).get(0), "tag_new", 1))));

        assertThat(run.untilFailure())
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(named)
                .hasMessageContaining("tag_new");
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void a_key_that_no_tag_can_have_is_a_refusal_of_the_record_that_names_it() {
        run.start(run.reaching(least("tags.auto.create", "true", "tags.auto.create.identity.type", "phone")));
        List<String> phones = phones(2);
        run.put(List.of(
                recordAt(0, map("mobilePhone", phones.get(0), "tag_Upper", 1)),
                recordAt(1, map("mobilePhone", phones.get(1), "tag_level", "x"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("B01157")
                .hasMessageContaining("tag_Upper"));
    }

    @ParameterizedTest
    @CsvSource({"B99999, 500", "B00031, 400"})
    void a_list_of_tags_that_cannot_be_read_rejects_nothing(String code, int status) {
        run.simulated.server.faults().outage(new LinkflowFault(status, code), Traffic.READ);
        run.start(run.reaching(least("max.retries", "12")));
        run.put(people(200));

        assertThat(run.untilFailure()).isInstanceOf(ConnectException.class).hasMessageContaining(code);
        assertThat(run.reporter.reports()).isEmpty();
        assertThat(run.simulated.server.requests().of("tags.value")).isZero();
    }

    private List<String> phones(int count) {
        return run.simulated.platform.contacts().insert(count).stream()
                .map(contact -> field(contact, "mobilePhone"))
                .toList();
    }

    private String field(long contact, String name) {
        return run.simulated
                .platform
                .contacts()
                .find(contact)
                .orElseThrow()
                .path(name)
                .asText();
    }

    /** Records that set tag_level, each to its offset. */
    private static List<SinkRecord> levels(int count, List<String> phones, Random random) {
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            String phone = phones.get(phones.size() == count ? offset : random.nextInt(phones.size()));
            records.add(recordAt(offset, map("mobilePhone", phone, "tag_level", String.valueOf(offset))));
        }
        return records;
    }

    private Map<String, String> lastLevels() {
        Map<String, String> levels = new HashMap<>();
        run.simulated.platform.contacts().ids().forEach(contact -> {
            String level = tags.valuesOf(contact).get("tag_level");
            if (level != null) {
                levels.put(field(contact, "mobilePhone"), level);
            }
        });
        return levels;
    }

    private static Map<String, String> lastLevels(List<SinkRecord> records) {
        Map<String, String> levels = new HashMap<>();
        for (SinkRecord record : records) {
            Map<?, ?> value = (Map<?, ?>) record.value();
            if (value.containsKey("tag_level")) {
                levels.put((String) value.get("mobilePhone"), (String) value.get("tag_level"));
            }
        }
        return levels;
    }
}
