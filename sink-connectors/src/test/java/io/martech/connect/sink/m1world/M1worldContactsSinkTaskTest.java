package io.martech.connect.sink.m1world;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.m1world.M1worldFault;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.account.ErrorShape;
import io.martech.connect.sandbox.m1world.account.QuotaHour;
import io.martech.connect.sandbox.m1world.account.ReceivedContacts;
import io.martech.connect.sink.contract.CapturedLog;
import io.martech.connect.sink.contract.SinkTaskContract;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole sink against a simulated M1world. */
class M1worldContactsSinkTaskTest extends SinkTaskContract<SimulatedM1world> {

    /** Batches leave when they are full, however slow the machine is. */
    private static final String UNTIL_FULL = "600000";

    private final M1worldPlatform platform = run.simulated.platform;

    @Override
    protected SimulatedM1world newPlatform() {
        return new SimulatedM1world();
    }

    @Override
    protected SinkTask newTask() {
        return new M1worldContactsSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        Map<String, String> config = M1worldContactsConfigTest.withKey(
                "linger.ms", "50", "rate.limit.requests.per.hour", "0", "name", "contacts");
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return config;
    }

    @Override
    protected List<SinkRecord> people(int count) {
        return People.each(count);
    }

    @Override
    protected String writes() {
        return "contact.add";
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "overwrite"})
    void the_last_state_of_everyone_arrives_many_people_in_a_request(String operation) {
        platform.conditions().latency(Duration.ofMillis(5));
        run.start(run.reaching(least("contact.operation", operation, "batch.size", "100", "linger.ms", "300")));
        List<SinkRecord> records = People.among(150, 2_000, new Random(1));
        for (int from = 0; from < records.size(); from += 500) {
            run.put(records.subList(from, from + 500));
        }
        run.untilAllIsCommitted();

        assertThat(notes()).isEqualTo(People.lastNotes(records));
        assertThat(platform.contacts().count()).isEqualTo(150);
        assertThat(run.simulated.server.api().conflictingWrites()).isZero();
        assertThat(run.simulated.requests().of("contact.add"))
                .as("requests for 2,000 records")
                .isLessThan(200);
        assertThat(platform.ignoredFields()).isEmpty();
    }

    /** A key says to which partition a record goes, such as a region; who it is about says its identity. */
    @Test
    void two_thousand_people_under_five_keys_take_two_requests() {
        run.start(run.reaching(least("linger.ms", UNTIL_FULL)));
        List<SinkRecord> records = IntStream.range(0, 2_000)
                .mapToObj(offset -> recordAt(offset, "region " + offset % 5, People.person(offset, offset)))
                .toList();
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(platform.contacts().count()).isEqualTo(2_000);
        assertThat(run.simulated.requests().of("contact.add")).isEqualTo(2);
    }

    @Test
    void people_whose_address_differs_by_case_or_blanks_keep_their_order() {
        run.start(run.reaching(least()));
        run.put(List.of(
                recordAt(0, map("email", "A@Example.com", "fullName", "旧")),
                recordAt(1, map("email", "a@example.com ", "fullName", "新"))));
        run.untilAllIsCommitted();

        assertThat(platform.receivedContacts())
                .extracting(
                        received -> received.contacts().get(0).path("fullName").asText())
                .containsExactly("旧", "新");
    }

    @Test
    void merge_lays_later_fields_over_earlier_ones_in_one_contact_of_one_request() {
        run.start(run.reaching(least("properties.auto.create", "true")));
        run.put(List.of(
                recordAt(0, map("email", "a@example.com", "fullName", "旧", "jobTitle", "开发", "VIP等级", "1")),
                recordAt(1, map("email", "b@example.com", "fullName", "乙")),
                recordAt(2, map("email", "a@example.com", "fullName", "新", "VIP等级", 2, "来源", "网站"))));
        run.untilAllIsCommitted();

        assertThat(platform.receivedContacts()).singleElement().satisfies(received -> {
            assertThat(received.opType()).isEqualTo("2");
            assertThat(received.contacts()).hasSize(2);
        });
        JsonNode contact = contact("a@example.com");
        assertThat(contact.path("fullName").asText()).isEqualTo("新");
        assertThat(contact.path("jobTitle").asText()).isEqualTo("开发");
        assertThat(platform.contacts().propertiesOf(contact.path("id").asLong()))
                .isEqualTo(Map.of("VIP等级", "2", "来源", "网站"));
    }

    @Test
    void overwrite_sends_the_last_record_of_a_person() {
        run.start(run.reaching(least("contact.operation", "overwrite")));
        run.put(List.of(
                recordAt(0, map("email", "a@example.com", "jobTitle", "开发")),
                recordAt(1, map("email", "a@example.com", "fullName", "新"))));
        run.untilAllIsCommitted();

        assertThat(platform.receivedContacts()).singleElement().satisfies(received -> {
            assertThat(received.opType()).isEqualTo("1");
            assertThat(received.contacts()).hasSize(1);
        });
        assertThat(contact("a@example.com").path("jobTitle").asText()).isBlank();
        assertThat(contact("a@example.com").path("fullName").asText()).isEqualTo("新");
    }

    @Test
    void add_adds_everyone_and_a_person_only_once_in_a_request() {
        run.start(run.reaching(least("contact.operation", "add")));
        run.put(List.of(
                recordAt(0, People.person(1, 0)),
                recordAt(1, People.person(2, 1)),
                recordAt(2, People.person(1, 2)),
                recordAt(3, People.person(1, 3))));
        run.untilAllIsCommitted();

        assertThat(platform.contacts().with("email", People.email(1)))
                .extracting(contact -> contact.path("notes").asText())
                .containsExactly("0", "2", "3");
        assertThat(platform.receivedContacts())
                .extracting(received -> received.contacts().size())
                .containsExactly(2, 1, 1);
        assertThat(platform.receivedContacts())
                .extracting(ReceivedContacts::opType)
                .containsOnly("3");
    }

    @Test
    void people_who_share_some_names_only_are_not_folded_but_keep_their_order() {
        long old = platform.contacts().insert();
        platform.contacts().update(old, "mobilePhone", "13900000001");
        run.start(run.reaching(least()));
        run.put(List.of(
                recordAt(0, map("mobilePhone", "13900000001", "notes", "1")),
                recordAt(1, map("email", "new@example.com", "mobilePhone", "13900000001", "notes", "2")),
                recordAt(2, map("email", "new@example.com", "notes", "3"))));
        run.untilAllIsCommitted();

        assertThat(platform.receivedContacts()).hasSize(3);
        assertThat(platform.contacts().byId().get(old).path("notes").asText()).isEqualTo("3");
        assertThat(platform.contacts().count()).isEqualTo(1);
    }

    @Test
    void update_changes_those_with_the_unique_field_and_speaks_only_of_the_fields_of_a_record() {
        long id = platform.contacts().insert();
        platform.contacts().update(id, "email", "a@example.com");
        String phone = platform.contacts().byId().get(id).path("workPhone").asText();
        platform.addProperty("VIP等级", 2);
        run.start(run.reaching(least("contact.operation", "update", "contact.unique.field", "email")));
        run.put(List.of(
                recordAt(0, map("email", "a@example.com", "fullName", "新", "gender", "female", "VIP等级", 3)),
                recordAt(1, map("email", "a@example.com", "birthday", "1990-05-10", "province_zh", "上海")),
                recordAt(2, map("fullName", "nobody"))));
        run.untilAllIsCommitted();

        JsonNode contact = platform.contacts().byId().get(id);
        assertThat(contact.path("fullName").asText()).isEqualTo("新");
        assertThat(contact.path("gender").asBoolean(true)).isFalse();
        assertThat(contact.path("birthday_des").asText()).isEqualTo("1990-05-10");
        assertThat(contact.path("province_zh").asText()).isEqualTo("上海");
        assertThat(contact.path("workPhone").asText()).isEqualTo(phone);
        assertThat(platform.contacts().propertiesOf(id)).isEqualTo(Map.of("VIP等级", "3"));
        assertThat(platform.receivedContacts())
                .allSatisfy(received -> assertThat(received.path()).isEqualTo("/contact/edit"));
        JsonNode columns = platform.receivedContacts().get(0).fields();
        assertThat(columns.path(0).path("isUniq").asBoolean()).isTrue();
        assertThat(platform.receivedContacts().get(1).fields().findValuesAsText("name"))
                .as("titles of the account's list")
                .containsExactlyInAnyOrder("邮箱", "生日", "省份");
        assertThat(columns.path(0).path("name").asText()).isEqualTo("邮箱");
        assertThat(columns.findValuesAsText("type")).containsExactly("1", "1", "1", "2");
        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("contact.unique.field"));
    }

    @Test
    void contacts_join_the_group_that_their_record_names() {
        run.start(run.reaching(least("group.name.field", "team")));
        run.put(List.of(
                recordAt(0, map("email", "a@example.com", "team", "红")),
                recordAt(1, map("email", "b@example.com", "team", "蓝")),
                recordAt(2, map("email", "c@example.com", "team", null)),
                recordAt(3, map("email", "d@example.com", "team", "红"))));
        run.untilAllIsCommitted();

        assertThat(Stream.of("a", "b", "c", "d").map(who -> groups(who + "@example.com")))
                .containsExactly(List.of("红"), List.of("蓝"), List.of(), List.of("红"));
        assertThat(platform.receivedContacts()).hasSize(3);
        assertThat(platform.propertyNames().values()).doesNotContain("team");
    }

    @Test
    void one_group_for_all() {
        run.start(run.reaching(least("group.name", "Kafka")));
        run.put(people(2));
        run.untilAllIsCommitted();

        assertThat(groups(People.email(0))).containsExactly("Kafka");
    }

    @Test
    void a_batch_that_is_refused_is_halved_until_the_culprit_stands_alone() {
        run.start(run.reaching(least("batch.size", "64", "linger.ms", UNTIL_FULL)));
        List<SinkRecord> records = new ArrayList<>(people(64));
        records.set(37, recordAt(37, map("email", People.email(37), "notes", "poison")));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> {
            assertThat(report.record().kafkaOffset()).isEqualTo(37);
            assertThat(report.error()).hasMessageContaining("E10103");
        });
        assertThat(platform.contacts().count()).isEqualTo(63);
        assertThat(run.simulated.requests().of("contact.add")).isEqualTo(1 + 2 * 6);
        List<Integer> arrived = new ArrayList<>();
        platform.receivedContacts().forEach(received -> received.contacts()
                .forEach(contact -> arrived.add(contact.path("notes").asInt())));
        assertThat(arrived).as("in order").isSorted().hasSize(63);
    }

    @Test
    void one_reading_of_the_custom_fields_serves_all_refusals_of_a_batch_that_is_halved() {
        platform.addProperty("VIP等级", 1);
        run.start(run.reaching(least("batch.size", "64", "linger.ms", UNTIL_FULL)));
        List<SinkRecord> records = IntStream.range(0, 64)
                .mapToObj(offset -> recordAt(
                        offset,
                        map("email", People.email(offset), "VIP等级", offset, "notes", offset == 37 ? "poison" : "")))
                .toList();
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).hasSize(1);
        assertThat(run.simulated.requests().of("contact.add")).isEqualTo(1 + 2 * 6);
        assertThat(run.simulated.requests().of("contact.property.all"))
                .as("one to find the field, one since the batch was refused")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void the_code_of_a_refusal_is_found_wherever_it_stands(ErrorShape shape) {
        platform.quirks().errorShapes.set(List.of(shape));
        run.start(run.reaching(least()));
        run.put(List.of(
                recordAt(0, map("email", "a@example.com", "notes", "poison")),
                recordAt(1, map("email", "b@example.com"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("E10103"));
        assertThat(platform.contacts().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"E00001, free plan", "E00002, gold plan has expired", "E00003, 100,000", "E00004, diamond plan"})
    void a_full_account_stops_the_task_and_names_the_plans_limit(String code, String limit) {
        platform.quirks().mostContacts.set(5).accountLimitCode.set(code);
        run.start(run.reaching(least("batch.size", "3")));
        run.put(people(20));

        assertThat(run.untilFailure())
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(limit);
        assertThat(run.reporter.reports()).isEmpty();
        run.stop();

        platform.quirks().mostContacts.set(100).accountLimitCode.set(code);
        run.start(run.reaching(least()));
        run.put(people(20));
        run.untilAllIsCommitted();
        assertThat(platform.contacts().count()).as("nothing is lost").isEqualTo(20);
    }

    @Test
    void a_used_up_quota_lets_all_wait_with_paused_partitions_one_line_in_the_log_and_a_metric() throws Exception {
        platform.quirks()
                .quota
                .set(4)
                .quotaHour
                .set(QuotaHour.ROLLING)
                .refusedCallsCounted
                .set(true);
        try (CapturedLog log = new CapturedLog()) {
            run.start(run.reaching(least("batch.size", "1", "linger.ms", "0", "m1world.quota.pause.ms", "200")));
            run.put(people(30));
            await().until(() -> {
                run.put(List.of());
                return !run.context.paused().isEmpty();
            });
            ObjectName name = new ObjectName("io.martech.connect:type=sink,connector=\"contacts\",task=0");
            assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(name, "PausedByPlatform"))
                    .isEqualTo(true);
            assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(name, "PlatformPauses"))
                    .isEqualTo(1L);
            assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Delivered"))
                    .isEqualTo(4L);
            // Refused calls use up the quota too: who hammered would never get through.
            platform.quirks().quota.set(Integer.MAX_VALUE).quotaHour.set(QuotaHour.ROLLING);
            run.untilAllIsCommitted();

            assertThat(log.aboveDebug().stream().filter(line -> line.contains("E10104")))
                    .hasSize(1);
            assertThat(platform.callsBeyondQuota()).isLessThan(20);
        }
        run.put(List.of());
        assertThat(run.context.paused()).isEmpty();
        assertThat(run.reporter.reports()).isEmpty();
        assertThat(platform.contacts().count()).isEqualTo(30);
    }

    @Test
    void tombstones_delete_by_the_id_in_the_key_if_they_may() {
        List<Long> ids = platform.contacts().insert(4);
        run.start(run.reaching(least("behavior.on.null.values", "delete")));
        run.put(List.of(
                recordAt(0, ids.get(0), null),
                recordAt(1, ids.get(1).toString(), null),
                recordAt(2, map("id", ids.get(2)), null),
                recordAt(3, "a@example.com", null)));
        run.untilAllIsCommitted();

        assertThat(platform.contacts().byId()).containsOnlyKeys(ids.get(3));
        assertThat(run.simulated.requests().of("contact.delete")).isEqualTo(1);
        assertThat(run.reporter.reports()).singleElement().satisfies(report -> {
            assertThat(report.record().kafkaOffset()).isEqualTo(3);
            assertThat(report.error()).hasMessageContaining("id").hasMessageNotContaining("a@example.com");
        });
    }

    @Test
    void a_contact_is_written_before_it_is_deleted_under_the_same_key() {
        platform.conditions().latency(Duration.ofMillis(50));
        long id = platform.contacts().insert();
        String email = platform.contacts().byId().get(id).path("email").asText();
        run.start(run.reaching(least("behavior.on.null.values", "delete")));
        run.put(List.of(recordAt(0, id, map("email", email, "notes", "last words")), recordAt(1, id, null)));
        run.untilAllIsCommitted();

        assertThat(platform.contacts().count()).isZero();
        assertThat(platform.receivedContacts())
                .extracting(ReceivedContacts::path)
                .containsExactly("/contact/add", "/contact/delete");
    }

    @ParameterizedTest
    @CsvSource({"ignore, 0", "fail, 1"})
    void tombstones_are_ignored_or_rejected_otherwise(String quirks, int reports) {
        long id = platform.contacts().insert();
        run.start(run.reaching(least("behavior.on.null.values", quirks)));
        run.put(List.of(recordAt(0, id, null)));
        run.untilAllIsCommitted();

        assertThat(platform.contacts().count()).isEqualTo(1);
        assertThat(run.reporter.reports()).hasSize(reports);
    }

    /** Nothing shows M1world that it has this contact already, so some would rather not send it. */
    @ParameterizedTest
    @CsvSource({"send, 3, 0", "fail, 2, 1"})
    void a_record_about_nobody_is_sent_or_rejected(String quirks, int contacts, int reports) {
        run.start(run.reaching(least("behavior.on.missing.identity", quirks)));
        List<SinkRecord> records = new ArrayList<>(people(3));
        records.set(1, recordAt(1, map("email", " ", "mobilePhone", null, "fullName", "某人")));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(platform.contacts().count()).isEqualTo(contacts);
        assertThat(run.reporter.reports()).hasSize(reports).allSatisfy(report -> assertThat(report.error())
                .hasMessageContaining("email, mobilePhone are empty")
                .hasMessageContaining("identity.fields"));
    }

    @Test
    void a_field_that_nobody_knows_rejects_its_record_only_and_costs_no_halving() {
        run.start(run.reaching(least("batch.size", "20", "linger.ms", UNTIL_FULL)));
        List<SinkRecord> records = new ArrayList<>(people(20));
        records.set(7, recordAt(7, map("email", People.email(7), "VIP等级", "1")));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("VIP等级")
                .hasMessageContaining("properties.auto.create"));
        assertThat(platform.contacts().count()).isEqualTo(19);
        assertThat(run.simulated.requests().of("contact.add")).isEqualTo(1);
    }

    @Test
    void one_reading_serves_all_names_that_a_batch_asks_for() {
        run.start(run.reaching(least("batch.size", "20", "linger.ms", UNTIL_FULL)));
        List<SinkRecord> records = new ArrayList<>(people(20));
        for (int i = 0; i < 5; i++) {
            records.set(i, recordAt(i, map("email", People.email(i), "field " + i, "1")));
        }
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).hasSize(5);
        assertThat(run.simulated.requests().of("contact.property.all")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"all, 2", "none, 100"})
    void restarts_after_a_field_that_nobody_knows_add_nobody_twice(String tolerance, int limit) {
        List<SinkRecord> records = new ArrayList<>(people(20));
        records.set(0, recordAt(0, map("email", People.email(0), "VIP等级", "1")));
        records.set(1, recordAt(1, map("email", People.email(1), "VIP等级", "1")));
        if ("none".equals(tolerance)) {
            run.context.reportTo(null);
        }
        for (int start = 0; start < 3; start++) {
            run.start(run.reaching(
                    least("contact.operation", "add", "batch.size", "20", "linger.ms", UNTIL_FULL),
                    "errors.tolerance",
                    tolerance,
                    "max.consecutive.rejections",
                    Integer.toString(limit)));
            run.put(records);
            assertThat(run.untilFailure()).hasMessageContaining("VIP等级");
            run.stop();
        }

        assertThat(platform.contacts().count()).isZero();
    }

    @Test
    void custom_fields_are_created_once_and_found_by_name_by_the_next_task() {
        run.start(run.reaching(least("properties.auto.create", "true", "batch.size", "2")));
        List<SinkRecord> records = IntStream.range(0, 40)
                .mapToObj(offset -> recordAt(offset, map("email", People.email(offset), "VIP等级", offset)))
                .toList();
        run.put(records);
        run.untilAllIsCommitted();
        run.stop();
        run.start(run.reaching(least()));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.simulated.requests().of("contact.property.add")).isEqualTo(1);
        assertThat(platform.propertyNames().values()).containsExactly("VIP等级");
        assertThat(platform.contacts()
                        .propertiesOf(contact(People.email(33)).path("id").asLong()))
                .isEqualTo(Map.of("VIP等级", "33"));
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void a_custom_field_that_is_listed_late_and_under_a_trimmed_name_is_created_once() {
        platform.quirks().propertyListDelay.set(Duration.ofMillis(400));
        for (int start = 0; start < 2; start++) {
            run.start(run.reaching(least("properties.auto.create", "true")));
            run.put(List.of(recordAt(start, map("email", "a@example.com", "等级 ", start))));
            run.untilAllIsCommitted();
            run.stop();
        }

        assertThat(run.simulated.requests().of("contact.property.add")).isEqualTo(1);
        assertThat(platform.propertyNames().values()).containsExactly("等级");
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void a_custom_field_that_somebody_else_creates_in_another_case_is_found() {
        platform.quirks().propertyListDelay.set(Duration.ofMillis(400));
        platform.addProperty("Level", 1);
        run.start(run.reaching(least("properties.auto.create", "true")));
        run.put(List.of(recordAt(0, map("email", "a@example.com", "level", "1"))));
        run.untilAllIsCommitted();

        assertThat(platform.propertyNames().values()).containsExactly("Level");
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void a_custom_field_that_was_made_anew_is_found_under_its_new_id() throws Exception {
        platform.addProperty("VIP等级", 1);
        run.start(run.reaching(least()));
        run.put(List.of(recordAt(0, map("email", "a@example.com", "VIP等级", "1"))));
        run.untilAllIsCommitted();
        deleteProperty("VIP等级");
        platform.addProperty("VIP等级", 1);
        run.put(List.of(recordAt(1, map("email", "a@example.com", "VIP等级", "2"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(platform.contacts()
                        .propertiesOf(contact("a@example.com").path("id").asLong()))
                .isEqualTo(Map.of("VIP等级", "2"));
    }

    @Test
    void a_deleted_custom_field_is_noticed_while_running_though_the_platform_says_nothing() throws Exception {
        platform.quirks().unknownPropertyRefused.set(false);
        platform.addProperty("VIP等级", 1);
        run.start(run.reaching(least("properties.refresh.interval.ms", "1")));
        run.put(List.of(recordAt(0, map("email", "a@example.com", "VIP等级", "1"))));
        run.untilAllIsCommitted();
        deleteProperty("VIP等级");
        run.put(List.of(recordAt(1, map("email", "a@example.com", "VIP等级", "2"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("VIP等级"));
        assertThat(platform.ignoredFields()).isEmpty();
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
                        M1worldFault.SERVER_ERROR,
                        M1worldFault.UNKNOWN_CODE)
                .forEach(fault -> run.simulated.faults().inject(fault, 0.04));
        run.start(run.reaching(least("batch.size", "5", "properties.auto.create", "true")));
        List<SinkRecord> records = People.among(60, 400, new Random(2));
        run.put(records);
        run.put(List.of(recordAt(400, map("email", "new@example.com", "notes", "400", "来源", "网站"))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        Map<String, String> expected = new HashMap<>(People.lastNotes(records));
        expected.put("new@example.com", "400");
        assertThat(notes()).isEqualTo(expected);
        assertThat(platform.contacts().count()).isEqualTo(expected.size());
    }

    @Test
    void a_restart_repeats_what_was_not_committed() {
        platform.conditions().latency(Duration.ofMillis(20));
        List<SinkRecord> records = People.among(40, 300, new Random(3));
        run.start(run.reaching(least("batch.size", "10", "linger.ms", "0")));
        run.put(records);
        await().until(() -> platform.receivedContacts().size() > 5);
        run.stop();

        run.start(run.reaching(least()));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(notes()).isEqualTo(People.lastNotes(records));
    }

    private void deleteProperty(String name) throws Exception {
        java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        run.simulated.server.api().uri().resolve("/contact/property/delete"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("token=" + M1worldPlatform.TOKEN
                                        + "&id=" + platform.propertyId(name).orElseThrow()))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(platform.propertyNames()).isEmpty();
    }

    private JsonNode contact(String email) {
        return platform.contacts().with("email", email).get(0);
    }

    private List<String> groups(String email) {
        return platform.contacts().groupsOf(contact(email).path("id").asLong());
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        platform.contacts()
                .byId()
                .values()
                .forEach(contact -> notes.put(
                        contact.path("email").asText(), contact.path("notes").asText()));
        return notes;
    }
}
