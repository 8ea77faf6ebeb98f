package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.group.LinkflowGroups;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import io.martech.connect.sink.contract.SinkTaskContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole sink against a simulated Linkflow. */
class LinkflowGroupMembersSinkTaskTest extends SinkTaskContract<SimulatedLinkflow> {

    private final LinkflowGroups groups = run.simulated.platform.groups();
    private long group;

    @BeforeEach
    void addGroup() {
        group = groups.add(Configs.GROUP, "static");
    }

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkTask newTask() {
        return new LinkflowGroupMembersSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.members(more);
    }

    @Override
    protected List<SinkRecord> people(int count) {
        List<SinkRecord> records = new ArrayList<>();
        for (long contact : run.simulated.platform.contacts().insert(count)) {
            records.add(recordAt(records.size(), map("contactId", contact)));
        }
        return records;
    }

    @Override
    protected String writes() {
        return "groups.join";
    }

    /** There is no documented code that refuses a contact: those are named in the answer. */
    @Override
    protected Fault refusal() {
        return new FailureOfAll();
    }

    @Test
    void the_last_word_on_everyone_counts() {
        run.simulated.platform.conditions().latency(Duration.ofMillis(1), Duration.ofMillis(5));
        run.start(run.reaching(least("member.removed.field", "left", "linger.ms", "20")));
        List<Long> contacts = run.simulated.platform.contacts().insert(60);
        Random random = new Random(1);
        List<SinkRecord> records = new ArrayList<>();
        Set<Long> expected = new TreeSet<>();
        for (int offset = 0; offset < 600; offset++) {
            long contact = contacts.get(random.nextInt(60));
            boolean leaves = random.nextInt(3) == 0;
            records.add(recordAt(offset, map("contactId", contact, "left", leaves ? true : null)));
            if (leaves) {
                expected.remove(contact);
            } else {
                expected.add(contact);
            }
        }
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(groups.membersOf(group).keySet()).isEqualTo(expected);
        assertThat(run.simulated.server.conflictingWrites()).isZero();
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void contacts_are_looked_up_by_identity_and_strangers_set_aside() {
        long contact = run.simulated.platform.contacts().insert();
        String phone = run.simulated
                .platform
                .contacts()
                .find(contact)
                .orElseThrow()
                .path("mobilePhone")
                .asText();
        run.start(run.reaching(
                least("linger.ms", "50", "identity.fields", "phone:mobilePhone"), "contact.id.field", null));
        run.put(List.of(
                recordAt(0, map("phone", phone)),
                recordAt(1, map("phone", "19999999999")),
                recordAt(2, map("phone", null))));
        run.untilAllIsCommitted();

        assertThat(groups.membersOf(group)).containsOnlyKeys(contact);
        assertThat(run.reporter.reports())
                .extracting(report -> report.record().kafkaOffset())
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void a_contact_whose_lookup_always_fails_holds_up_no_others_and_is_rejected() {
        List<String> phones = phones(run.simulated.platform.contacts().insert(40));
        run.simulated
                .faults()
                .injectWhere(WireFault.SERVER_ERROR_WITHOUT_BODY, request -> request.mentions(phones.get(0)));
        run.start(run.reaching(
                least("identity.fields", "phone:mobilePhone", "max.in.flight.requests", "1", "batch.size", "4"),
                "contact.id.field",
                null));
        run.put(phones.subList(0, 30).stream()
                .map(phone -> recordAt(phones.indexOf(phone), map("phone", phone)))
                .toList());
        await().until(() -> groups.membersOf(group).size() > 20);
        run.put(phones.subList(30, 40).stream()
                .map(phone -> recordAt(phones.indexOf(phone), map("phone", phone)))
                .toList());
        // Others have to be accepted after each of its refusals, or it looks like an outage.
        long[] next = {40};
        await().until(() -> {
            run.put(List.of(recordAt(next[0]++, map("phone", phones.get(39)))));
            return !run.reporter.reports().isEmpty();
        });
        run.untilAllIsCommitted();

        assertThat(groups.membersOf(group)).hasSize(39);
        assertThat(run.reporter.reports()).singleElement().satisfies(report -> assertThat(report.error())
                .hasMessageContaining("people-0@0")
                .hasMessageContaining("GET /open/identity/contact")
                .hasMessageContaining("HTTP status 500"));
    }

    @Test
    void a_list_that_cannot_be_read_holds_up_only_those_that_need_it_and_rejects_nobody() {
        run.start(run.reaching(
                least("group.name.field", "segment", "max.in.flight.requests", "1", "batch.size", "1"),
                "group.name",
                null));
        List<Long> contacts = run.simulated.platform.contacts().insert(32);
        run.put(List.of(recordAt(0, map("contactId", contacts.get(0), "segment", Configs.GROUP))));
        run.untilAllIsCommitted();

        long late = groups.add("新客户", "static");
        run.simulated.faults().injectWhere(WireFault.SERVER_ERROR_WITHOUT_BODY, request -> request.path()
                .equals("/open/groups"));
        run.put(List.of(recordAt(1, map("contactId", contacts.get(1), "segment", "新客户"))));
        for (int offset = 2; offset < 32; offset++) {
            run.put(List.of(recordAt(offset, map("contactId", contacts.get(offset), "segment", Configs.GROUP))));
        }
        await().until(() -> {
            run.put(List.of());
            return groups.membersOf(group).size() == 31
                    && run.simulated.faults().struck().get(WireFault.SERVER_ERROR_WITHOUT_BODY) > 15;
        });
        assertThat(run.reporter.reports()).isEmpty();

        run.simulated.faults().heal();
        run.untilAllIsCommitted();
        assertThat(groups.membersOf(late)).hasSize(1);
        assertThat(run.reporter.reports()).isEmpty();
    }

    private List<String> phones(List<Long> contacts) {
        return contacts.stream()
                .map(contact -> run.simulated
                        .platform
                        .contacts()
                        .find(contact)
                        .orElseThrow()
                        .path("mobilePhone")
                        .asText())
                .toList();
    }

    @Test
    void failures_of_an_answer_are_set_aside_and_their_neighbours_join() {
        long contact = run.simulated.platform.contacts().insert();
        run.start(run.reaching(least("linger.ms", "100")));
        run.put(List.of(
                recordAt(0, map("contactId", contact)),
                recordAt(1, map("contactId", 4L)),
                recordAt(2, map("contactId", "nobody"))));
        run.untilAllIsCommitted();

        assertThat(groups.membersOf(group)).containsOnlyKeys(contact);
        assertThat(run.reporter.reports())
                .extracting(report -> report.record().kafkaOffset())
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(run.simulated.requests().of("groups.join")).isEqualTo(1);
    }

    @Test
    void whoever_an_answer_does_not_name_is_sent_again_and_in_the_end_set_aside() {
        List<Long> contacts = run.simulated.platform.contacts().insert(5);
        run.simulated.faults().inject(new NamesTheFirst(2, contacts.get(4)), 1);
        run.start(run.reaching(least("linger.ms", "100")));
        List<SinkRecord> records = new ArrayList<>();
        contacts.forEach(contact -> records.add(recordAt(records.size(), map("contactId", contact))));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).singleElement().satisfies(report -> {
            assertThat(report.record().kafkaOffset()).isEqualTo(4);
            assertThat(report.error()).hasMessageContaining("neither among the successes nor among the failures");
        });
        assertThat(run.simulated.requests().of("groups.join"))
                .as("5 sent, 2 named; 3 sent, 2 named; 1 sent, none named")
                .isEqualTo(3);
    }

    @Test
    void tombstones_take_contacts_out_by_the_key() {
        List<Long> contacts = run.simulated.platform.contacts().insert(2);
        contacts.forEach(contact -> groups.join(group, contact));
        run.start(run.reaching(least("contact.id.field", "key.id", "behavior.on.null.values", "delete")));
        run.put(List.of(recordAt(0, map("id", contacts.get(0)), null)));
        run.untilAllIsCommitted();

        assertThat(groups.membersOf(group)).containsOnlyKeys(contacts.get(1));
        assertThat(run.simulated.requests().of("groups.leave")).isEqualTo(1);
    }

    @Test
    void a_missing_group_is_created_once_if_it_may_be() {
        run.start(run.reaching(
                least("group.name.field", "segment", "groups.auto.create", "true", "batch.size", "2"),
                "group.name",
                null));
        List<Long> contacts = run.simulated.platform.contacts().insert(20);
        List<SinkRecord> records = new ArrayList<>();
        contacts.forEach(contact -> records.add(recordAt(records.size(), map("contactId", contact, "segment", "新客户"))));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.simulated.requests().of("groups.create")).isEqualTo(1);
        assertThat(groups.byId()).hasSize(2);
        assertThat(groups.membersOf(groups.byId().lastKey())).hasSize(20);
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void a_group_that_somebody_else_creates_and_that_is_listed_late_is_waited_for() {
        groups.listDelay.set(Duration.ofMillis(400));
        long theirs = groups.add("VIP 客户", "static");
        run.start(run.reaching(least("group.name.field", "segment", "groups.auto.create", "true"), "group.name", null));
        run.put(List.of(
                recordAt(0, map("contactId", run.simulated.platform.contacts().insert(), "segment", " vip 客户 "))));
        run.untilAllIsCommitted();

        assertThat(groups.membersOf(theirs)).hasSize(1);
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void a_group_that_is_missing_or_computed_rejects_its_records() {
        groups.add("最近7天活跃客户", "dynamic");
        long contact = run.simulated.platform.contacts().insert();
        run.start(run.reaching(least("group.name.field", "segment"), "group.name", null));
        run.put(List.of(
                recordAt(0, map("contactId", contact, "segment", "nobody made it")),
                recordAt(1, map("contactId", contact, "segment", "最近7天活跃客户")),
                recordAt(2, map("contactId", contact, "segment", Configs.GROUP))));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports())
                .extracting(report -> report.error().getMessage())
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message).contains("groups.auto.create"),
                        message -> assertThat(message).contains("dynamic"));
        assertThat(groups.membersOf(group)).containsOnlyKeys(contact);
    }

    @Test
    void too_many_groups_stop_the_task() {
        groups.quota.set(1);
        run.start(run.reaching(least("group.name.field", "segment", "groups.auto.create", "true"), "group.name", null));
        run.put(List.of(
                recordAt(0, map("contactId", run.simulated.platform.contacts().insert(), "segment", "新客户"))));

        assertThat(run.untilFailure()).isInstanceOf(ConnectException.class).hasMessageContaining("B00157");
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void a_group_that_was_made_anew_is_found_under_its_new_id() {
        List<SinkRecord> records = people(2);
        run.start(run.reaching(least()));
        run.put(records.subList(0, 1));
        run.untilAllIsCommitted();
        groups.delete(group);
        long anew = groups.add(Configs.GROUP, "static");
        run.put(records.subList(1, 2));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(groups.membersOf(anew)).hasSize(1);
    }

    @Test
    void a_limit_of_contacts_is_found_and_remembered() {
        groups.mostWritten.set(10);
        run.start(run.reaching(least("linger.ms", "200", "max.in.flight.requests", "1")));
        run.put(people(80));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(groups.membersOf(group)).hasSize(80);
        assertThat(run.simulated.requests().of("groups.join"))
                .as("80, 40 and 20 are too much once; then 10 at a time")
                .isEqualTo(3 + 8);
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
        run.put(people(200));
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(groups.membersOf(group)).hasSize(200);
    }

    /** An answer that names the first so many only, and one never. */
    private record NamesTheFirst(int count, long never) implements Fault {

        @Override
        public boolean letsTheRequestThrough() {
            return true;
        }

        @Override
        public io.martech.connect.sandbox.http.Delivery strike(io.martech.connect.sandbox.http.Response answer) {
            com.fasterxml.jackson.databind.JsonNode body;
            try {
                body = io.martech.connect.client.Json.read(answer.body());
            } catch (com.fasterxml.jackson.core.JsonProcessingException token) {
                throw new AssertionError(token);
            }
            if (body.path("success") instanceof com.fasterxml.jackson.databind.node.ArrayNode named) {
                for (int index = named.size() - 1; index >= 0; index--) {
                    if (index >= count || named.get(index).asLong() == never) {
                        named.remove(index);
                    }
                }
            }
            return io.martech.connect.sandbox.http.Delivery.whole(
                    answer.withBody(io.martech.connect.client.Json.write(body)));
        }
    }

    /** An answer that names everyone among the failures. */
    private record FailureOfAll() implements Fault {

        @Override
        public boolean letsTheRequestThrough() {
            return true;
        }

        @Override
        public io.martech.connect.sandbox.http.Delivery strike(io.martech.connect.sandbox.http.Response answer) {
            String body = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("\"failure\":[]", "\"none\":[]")
                    .replace("\"success\":", "\"failure\":");
            return io.martech.connect.sandbox.http.Delivery.whole(
                    answer.withBody(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
    }
}
