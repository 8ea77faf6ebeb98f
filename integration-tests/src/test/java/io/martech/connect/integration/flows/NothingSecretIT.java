package io.martech.connect.integration.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.cluster.WorkerLogs;
import io.martech.connect.integration.sinks.SinkTopic;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.http.FixedAnswer;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.wukong.WukongPlatform;
import io.martech.connect.sandbox.youmi.YoumiPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * No secret anywhere, no personal datum above DEBUG: in the logs, the internal topics and the REST interface of everything that
 * all tests of this run have done. Runs last and alone; first it makes some trouble of its own.
 */
@ExtendWith(ClusterExtension.class)
@Isolated
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingSecretIT {

    /**
     * Tokens of Linkflow are the Base64 form of a text that begins with "2-" and a hexadecimal number (as the fingerprints in offsets,
     * which are Base64 too, hardly ever are); those that replace each other are a long hexadecimal number and the time.
     */
    private static final Pattern SECRETS = Pattern.compile(
            LinkflowPlatform.APP_SECRET + "|Mi0[\\w+/](?:[MNOYZ][\\w+/]{3}){3,}|" + WukongPlatform.APP_SECRET + "|"
                    + M1worldPlatform.TOKEN + "|" + M1worldPlatform.APP_SECRET + "|" + YoumiPlatform.APP_KEY
                    + "|[0-9a-f]{32}\\d{13}");

    /** Phones, mail addresses, identity cards and open ids as the simulated platform makes them, and names. The end of a UUID is no phone. */
    private static final Pattern PEOPLE = Pattern.compile(
            "(?<![0-9a-f]{4}-[0-9a-f]?)(?<!\\d)13\\d{9}(?!\\d)|\\d@example\\.com|(?<!\\d)\\d{17}X|olbUb0\\w+|"
                    + String.join("|", names()));

    private static final String PHONE = "13912345678";

    @Test
    @Order(1)
    void thePatternsFindWhatTheyShouldFind() {
        LinkflowPlatform platform = new LinkflowPlatform(InstantSource.system(), 7);
        platform.contacts().insert(50);
        platform.orders().insert(50);

        assertThat(SECRETS.matcher(platform.tokens().issue().text()).find()).isTrue();
        for (JsonNode contact : platform.contacts().byId().values()) {
            for (String field : List.of("mobilePhone", "email", "name")) {
                assertThat(PEOPLE.matcher(contact.path(field).textValue()).find())
                        .as(field)
                        .isTrue();
            }
        }
        WukongPlatform wukong = new WukongPlatform(InstantSource.system(), 7);
        wukong.addList("77", "list");
        wukong.insertLeads(50);
        assertThat(SECRETS.matcher(wukong.tokens().issue().accessToken()).find())
                .isTrue();
        assertThat(SECRETS.matcher(wukong.tokens().newCode()).find()).isTrue();
        assertThat(wukong.leadsById().values())
                .allSatisfy(lead -> assertThat(lead.toString()).containsPattern(PEOPLE));
        for (JsonNode order : platform.orders().byId().values()) {
            assertThat(PEOPLE.matcher(order.path("receiverMobile").textValue()).find())
                    .isTrue();
        }
    }

    @Test
    @Order(2)
    void failuresTellNothingOfPeople(TestCluster cluster) {
        String prefix = cluster.uniqueName("secret");
        SinkTopic events = SinkTopic.create(cluster, 1);
        events.write(10, 2);
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start();
                SimulatedLinkflow failing = SimulatedLinkflow.start();
                SimulatedLinkflow refusing = SimulatedLinkflow.start()) {
            linkflow.platform().orders().insertHistory(50, Duration.ofDays(1));
            failing.server().faults().outage(errorThatQuotes(400, PHONE, "B99999"), Traffic.WRITE);
            refusing.server().faults().outage(errorThatQuotes(500, PHONE, "B00010"), Traffic.WRITE);
            try (DeployedConnector source =
                            DeployedConnector.deploy(cluster.connect(), prefix, linkflow.source(prefix));
                    DeployedConnector broken = DeployedConnector.deploy(
                            cluster.connect(), cluster.uniqueName("broken"), events.sink(failing));
                    DeployedConnector refused = DeployedConnector.deploy(
                            cluster.connect(), cluster.uniqueName("refused"), events.sink(refusing));
                    DeployedConnector unsuitable = DeployedConnector.deploy(
                            cluster.connect(),
                            cluster.uniqueName("unsuitable"),
                            events.sink(linkflow).with("data.fields", SinkTopic.PHONE + ":utm"))) {
                Patience.until(
                        () -> cluster.committed().bytes(prefix + ".orders").size(), orders -> orders == 50);
                linkflow.server().faults().outage(errorThatQuotes(500, PHONE, "B99999"), Traffic.READ);

                // Reading waits for what may be an outage, and says so; the sinks stop.
                Patience.untilAsserted(
                        () -> assertThat(failuresOf(cluster, prefix)).isNotEmpty());
                assertThat(failuresOf(cluster, prefix).toString())
                        .contains("B99999")
                        .doesNotContainPattern(PEOPLE)
                        .doesNotContainPattern(SECRETS);
                for (DeployedConnector failed : List.of(broken, refused, unsuitable)) {
                    assertThat(failed.awaitFailure())
                            .doesNotContainPattern(PEOPLE)
                            .doesNotContainPattern(SECRETS);
                }
                for (DeployedConnector failed : List.of(source, broken, refused, unsuitable)) {
                    assertThat(cluster.connect().configuration(failed.name()).toString())
                            .doesNotContainPattern(SECRETS);
                    assertThat(cluster.connect()
                                    .taskConfigurations(failed.name())
                                    .toString())
                            .doesNotContainPattern(SECRETS);
                }
            }
        }
    }

    @Test
    @Order(3)
    void logsHoldNoSecretAndNoPersonAboveDebug() {
        List<WorkerLogs.Line> lines = WorkerLogs.ofThisRun();

        assertThat(lines.stream().anyMatch(line -> !line.isAboveDebug()))
                .as("it was looked at DEBUG too")
                .isTrue();
        assertThat(lines)
                .filteredOn(line -> SECRETS.matcher(line.text()).find())
                .as("secrets")
                .isEmpty();
        assertThat(lines)
                .filteredOn(line ->
                        line.isAboveDebug() && PEOPLE.matcher(line.text()).find())
                .as("people")
                .isEmpty();
    }

    @Test
    @Order(4)
    void topicsHoldNoSecretAndConnectsOwnTopicsNoPerson(TestCluster cluster) {
        List<String> found = new ArrayList<>();
        cluster.uncommitted().readEverything(record -> {
            String content = textOf(record);
            boolean isOfConnect = record.topic().matches(".*-(config|offset|status)");
            if (SECRETS.matcher(content).find()) {
                found.add("a secret in " + record.topic() + " at " + record.offset());
            }
            if (isOfConnect && PEOPLE.matcher(content).find()) {
                found.add("a person in " + record.topic() + " at " + record.offset() + ": " + content);
            }
        });
        assertThat(found).isEmpty();
    }

    /** What progress records say about why resources cannot be read. */
    private static List<String> failuresOf(TestCluster cluster, String prefix) {
        return cluster.committed().json(prefix + ".progress").stream()
                .map(progress -> progress.value().path("failure").asText(""))
                .filter(failure -> !failure.isEmpty() && !failure.equals("null"))
                .toList();
    }

    private static FixedAnswer errorThatQuotes(int status, String phone, String code) {
        String envelope = "{\"domain\":\"Contact\",\"code\":\"" + code + "\",\"message\":\"手机号 " + phone + " 王伟 已存在\"}";
        return new FixedAnswer(Response.json(status, envelope.getBytes(StandardCharsets.UTF_8)));
    }

    private static String textOf(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder text = new StringBuilder();
        List<byte[]> parts = new ArrayList<>();
        parts.add(record.key());
        parts.add(record.value());
        for (Header header : record.headers()) {
            parts.add(header.value());
        }
        parts.stream().filter(part -> part != null).forEach(part -> text.append(
                        new String(part, StandardCharsets.UTF_8))
                .append(' '));
        return text.toString();
    }

    /** All names that the simulated platforms give. */
    private static Set<String> names() {
        LinkflowPlatform linkflow = new LinkflowPlatform(InstantSource.system(), 1);
        linkflow.contacts().insert(3_000);
        WukongPlatform wukong = new WukongPlatform(InstantSource.system(), 1);
        wukong.addList("77", "list");
        wukong.insertLeads(1_000);
        Set<String> names = new TreeSet<>();
        linkflow.contacts()
                .byId()
                .values()
                .forEach(contact -> names.add(contact.path("name").textValue()));
        wukong.leadsById().values().forEach(lead -> Stream.of(
                        lead.path("name").textValue().split(","))
                .filter(name -> !name.isEmpty())
                .forEach(names::add));
        return names;
    }
}
