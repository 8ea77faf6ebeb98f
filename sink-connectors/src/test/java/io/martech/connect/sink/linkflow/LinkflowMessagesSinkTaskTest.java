package io.martech.connect.sink.linkflow;

import static io.martech.connect.sink.contract.TestRecords.map;
import static io.martech.connect.sink.contract.TestRecords.recordAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.server.LinkflowFault;
import io.martech.connect.sink.contract.SinkTaskContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;

/** The whole sink against a simulated Linkflow. */
class LinkflowMessagesSinkTaskTest extends SinkTaskContract<SimulatedLinkflow> {

    @Override
    protected SimulatedLinkflow newPlatform() {
        return new SimulatedLinkflow(1);
    }

    @Override
    protected SinkTask newTask() {
        return new LinkflowMessagesSinkConnector.Task();
    }

    @Override
    protected Map<String, String> least(String... more) {
        return Configs.contacts(more);
    }

    @Override
    protected List<SinkRecord> people(int count) {
        return contacts(count, count, new Random(count));
    }

    @Override
    protected String writes() {
        return "messages";
    }

    @Test
    void everything_arrives_in_order_per_person_and_many_people_at_a_time() {
        run.simulated.platform.conditions().latency(Duration.ofMillis(1), Duration.ofMillis(10));
        run.start(run.reaching(Configs.contacts("batch.size", "5")));
        List<SinkRecord> records = contacts(2_000, 150, new Random(1));
        for (int from = 0; from < records.size(); from += 500) {
            run.put(records.subList(from, from + 500));
        }
        run.untilAllIsCommitted();

        assertThat(run.simulated.platform.repeatedMessageCount()).isZero();
        assertThat(run.simulated.server.conflictingWrites()).isZero();
        assertThat(run.simulated.server.mostWritesInFlight()).isBetween(5, 32);
        assertThat(namesPerPhone(run.simulated.platform.receivedMessages())).isEqualTo(namesPerPhone(records));
        assertThat(run.simulated.platform.contacts().with(new Identity("mobilePhone", "1000")))
                .isPresent();
    }

    @Test
    void faults_of_every_kind_at_once_lose_nothing_and_reject_nothing() {
        Stream.of(
                        WireFault.SERVER_ERROR_WITH_TEXT,
                        WireFault.SERVER_ERROR_WITHOUT_BODY,
                        WireFault.BAD_GATEWAY_WITH_HTML,
                        WireFault.SERVICE_UNAVAILABLE,
                        WireFault.GARBAGE_WITH_STATUS_200,
                        WireFault.HTML_WITH_STATUS_200,
                        WireFault.RESET_BEFORE_APPLYING,
                        WireFault.RESET_AFTER_APPLYING,
                        WireFault.TRUNCATED_JSON,
                        WireFault.BODY_CUT_OFF,
                        LinkflowFault.UNKNOWN_CODE,
                        LinkflowFault.ERROR_WITH_STATUS_200)
                .forEach(fault -> run.simulated.server.faults().inject(fault, 0.05, Traffic.WRITE));
        run.start(run.reaching(Configs.contacts("batch.size", "5")));
        List<SinkRecord> records = contacts(500, 60, new Random(2));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(firstNamesPerPhone(run.simulated.platform.receivedMessages()))
                .isEqualTo(namesPerPhone(records));
        Set<String> ids = new LinkedHashSet<>();
        run.simulated.platform.receivedMessages().forEach(message -> ids.add(message.messageId()));
        assertThat(ids).as("a message that is sent again keeps its id").hasSize(500);
    }

    @Test
    void a_token_killed_again_and_again_loses_nothing() {
        run.simulated.platform.conditions().latency(Duration.ofMillis(20));
        run.start(run.reaching(Configs.contacts()));
        List<SinkRecord> records = contacts(600, 600, new Random(3));
        for (int from = 0; from < 600; from += 200) {
            run.put(records.subList(from, from + 200));
            int soFar = from + 50;
            // Soon, so that it dies in use: two that die before a call has had either say that another client replaces
            // them.
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> run.simulated.platform.receivedMessageCount() > soFar);
            run.simulated.platform.tokens().revokeAll();
            run.untilAllIsCommitted();
        }

        assertThat(run.reporter.reports()).isEmpty();
        assertThat(namesPerPhone(run.simulated.platform.receivedMessages())).isEqualTo(namesPerPhone(records));
    }

    @Test
    void a_record_that_is_refused_is_set_aside_and_its_neighbours_arrive() {
        run.start(run.reaching(Configs.contacts("linger.ms", "50")));
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < 20; offset++) {
            Map<String, Object> value = map("mobilePhone", "138", "name", "name " + offset);
            if (offset % 7 == 3) {
                value.put("poison", "B00010");
            }
            records.add(recordAt(offset, value));
        }
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.simulated.platform.receivedMessages()).hasSize(17);
        assertThat(run.reporter.reports())
                .extracting(report -> report.record().kafkaOffset())
                .containsExactly(3L, 10L, 17L);
        assertThat(run.reporter.reports().get(0).error())
                .hasMessageContaining("people-0@3")
                .hasMessageContaining("HTTP 500")
                .hasMessageContaining("B00010")
                .hasMessageContaining("参数不合法");
    }

    @Test
    void a_batch_that_is_too_large_is_split() {
        run.simulated.platform.quirks().largestMessageBatch.set(3);
        run.start(run.reaching(Configs.contacts("linger.ms", "50")));
        List<SinkRecord> records = contacts(20, 1, new Random(4));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(namesPerPhone(run.simulated.platform.receivedMessages())).isEqualTo(namesPerPhone(records));
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void contacts_events_and_orders_flow_through_one_connector() {
        run.start(run.reaching(Configs.contacts(
                "message.domain", null, "message.domain.field", "kind", "event.name", "PAID", "linger.ms", "50")));
        run.put(List.of(
                recordAt(0, map("kind", "contact", "mobilePhone", "138", "name", "张三")),
                recordAt(1, map("kind", "event", "mobilePhone", "138")),
                recordAt(
                        2,
                        map(
                                "kind", "order",
                                "mobilePhone", "138",
                                "orderId", "E1",
                                "saleChannel", "有赞",
                                "orderStatus", "TRADE_SUCCESS",
                                "orderDate", "2022-10-28 10:33:44",
                                "totalPrice", "100.240")),
                recordAt(3, map("kind", "event", "mobilePhone", "138"))));
        run.untilAllIsCommitted();

        assertThat(run.simulated.platform.receivedMessages())
                .extracting(ReceivedMessage::domain, ReceivedMessage::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("contact", "/open/messages"),
                        org.assertj.core.groups.Tuple.tuple("event", "/open/messages"),
                        org.assertj.core.groups.Tuple.tuple("salesOrder", "/open/messages/orders"),
                        org.assertj.core.groups.Tuple.tuple("event", "/open/messages"));
        assertThat(run.simulated.platform.receivedMessages().get(0).requestId())
                .as("contact and event of one person share a request")
                .isEqualTo(run.simulated.platform.receivedMessages().get(1).requestId());
    }

    @Test
    void a_wrong_channel_stops_the_task_at_once() {
        run.start(run.reaching(Configs.contacts("channel.key", "udc_of_somebody_else")));
        run.put(contacts(300, 300, new Random(6)));

        assertThat(run.untilFailure()).hasMessageContaining("channel.key").hasMessageContaining("B00022");
        assertThat(run.reporter.reports()).isEmpty();
    }

    @Test
    void a_task_that_is_killed_sends_again_under_the_same_ids() {
        run.simulated.platform.quirks().duplicatesRemoved.set(true);
        run.simulated.platform.conditions().latency(Duration.ofMillis(5));
        run.start(run.reaching(Configs.contacts()));
        List<SinkRecord> records = contacts(400, 50, new Random(8));
        run.put(records);
        await().until(() -> run.simulated.platform.receivedMessageCount() > 20);
        run.stop();

        run.start(run.reaching(Configs.contacts()));
        run.put(records);
        run.untilAllIsCommitted();

        assertThat(run.simulated.platform.repeatedMessageCount()).isPositive();
        assertThat(namesPerPhone(run.simulated.platform.receivedMessages())).isEqualTo(namesPerPhone(records));
    }

    /** Records about people with phones from 1000 on; each has a name that no other record has. */
    private static List<SinkRecord> contacts(int count, int people, Random random) {
        List<SinkRecord> records = new ArrayList<>();
        for (int offset = 0; offset < count; offset++) {
            int person = people == count ? offset : random.nextInt(people);
            records.add(recordAt(offset, map("mobilePhone", String.valueOf(1_000 + person), "name", "name " + offset)));
        }
        return records;
    }

    private static Map<String, List<String>> namesPerPhone(List<?> messagesOrRecords) {
        Map<String, List<String>> names = new HashMap<>();
        for (Object each : messagesOrRecords) {
            String phone;
            String name;
            if (each instanceof ReceivedMessage message) {
                phone = message.data().path("mobilePhone").asText();
                name = message.data().path("name").asText();
            } else {
                Map<?, ?> value = (Map<?, ?>) ((SinkRecord) each).value();
                phone = (String) value.get("mobilePhone");
                name = (String) value.get("name");
            }
            names.computeIfAbsent(phone, none -> new ArrayList<>()).add(name);
        }
        return names;
    }

    private static Map<String, List<String>> firstNamesPerPhone(List<ReceivedMessage> messages) {
        Map<String, ReceivedMessage> first = new LinkedHashMap<>();
        messages.forEach(message -> first.putIfAbsent(message.messageId(), message));
        return namesPerPhone(List.copyOf(first.values()));
    }
}
