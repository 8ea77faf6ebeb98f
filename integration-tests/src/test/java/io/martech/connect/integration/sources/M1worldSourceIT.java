package io.martech.connect.integration.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.SecretsFile;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.cluster.TopicReader.JsonRecord;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.m1world.M1worldFault;
import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sandbox.m1world.M1worldServer;
import io.martech.connect.sandbox.m1world.account.ContactOrder;
import io.martech.connect.sandbox.m1world.account.MailEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The built archive reads M1world on a worker: every resource, with faults, and across a restart. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class M1worldSourceIT {

    private static final int CONTACTS = 230;
    private static final int EVENTS = 60;

    private final M1worldPlatform platform = new M1worldPlatform(InstantSource.system(), 20_260_105);
    private final Instant sent = Instant.now().minus(Duration.ofHours(3));
    private long task;
    private int events;

    @Test
    void everyResourceArrivesStaysTrueAndIsNotRepeated(TestCluster cluster) {
        platform.quirks().contactOrder.set(ContactOrder.LAST_CHANGED_FIRST);
        platform.contacts().insert(CONTACTS);
        platform.addGroup("群组");
        platform.addTag("标签");
        platform.addProperty("注册时间", 1);
        task = platform.addTask("邮件主题", sent, sent);
        for (int i = 0; i < EVENTS; i++) {
            addEvent(sent.plusSeconds(i));
        }
        String prefix = cluster.uniqueName("m1world");
        try (M1worldServer m1world = M1worldServer.start(platform);
                DeployedConnector source =
                        DeployedConnector.deploy(cluster.connect(), prefix, settings(m1world, prefix))) {
            awaitEverything(cluster, prefix);

            m1world.api().faults().inject(M1worldFault.SERVER_ERROR, 0.3, Traffic.READ);
            platform.contacts().updateRandom(20);
            long added = platform.contacts().insert();
            // What happened an hour ago and is told only now.
            addEvent(sent.plus(Duration.ofHours(2)));
            awaitEverything(cluster, prefix);
            m1world.api().faults().heal();

            source.stop();
            int contacts = cluster.committed().json(prefix + ".contacts").size();
            int before = cluster.committed().json(prefix + ".email-events").size();
            source.resume();
            source.awaitRunning();
            platform.contacts().update(added, "notes", "after the restart");
            awaitEverything(cluster, prefix);
            assertThat(cluster.committed().json(prefix + ".contacts"))
                    .as("one contact has changed")
                    .hasSize(contacts + 1);
            assertThat(cluster.committed().json(prefix + ".email-events"))
                    .as("no event is told twice")
                    .hasSize(before);
            assertThat(source.status().isRunning()).isTrue();
            assertThat(m1world.ownErrors()).isEmpty();
        }
    }

    private void addEvent(Instant time) {
        platform.addEvent(task, MailEvent.OPEN, "m" + events++ + "@example.com", time, "");
    }

    private void awaitEverything(TestCluster cluster, String prefix) {
        Patience.untilAsserted(() -> {
            Map<String, String> notes = new TreeMap<>();
            for (JsonRecord record : cluster.committed().json(prefix + ".contacts")) {
                notes.put(
                        record.key().path("id").asText(),
                        record.value().path("notes").asText());
            }
            Map<String, String> truth = new TreeMap<>();
            platform.contacts()
                    .byId()
                    .forEach((id, contact) ->
                            truth.put(String.valueOf(id), contact.path("notes").asText()));
            assertThat(notes).isEqualTo(truth);
            assertThat(texts(cluster, prefix + ".email-events", "email")).hasSize(events);
            assertThat(texts(cluster, prefix + ".email-tasks", "task_id")).containsExactly(String.valueOf(task));
            assertThat(texts(cluster, prefix + ".groups", "groupName")).containsExactly("群组");
            assertThat(texts(cluster, prefix + ".tags", "tagName")).containsExactly("标签");
            assertThat(texts(cluster, prefix + ".properties", "label")).containsExactly("注册时间");
            assertThat(texts(cluster, prefix + ".fields", "field")).contains("fullName", "email");
        });
    }

    private static Set<String> texts(TestCluster cluster, String topic, String field) {
        Set<String> texts = new TreeSet<>();
        for (JsonRecord record : cluster.committed().json(topic)) {
            JsonNode value = record.value().path(field);
            texts.add(value.asText());
        }
        return texts;
    }

    private static ConnectorSettings settings(M1worldServer m1world, String prefix) {
        Map<String, String> values = new TreeMap<>();
        values.put("connector.class", "io.martech.connect.source.m1world.M1worldSourceConnector");
        values.put("tasks.max", "3");
        values.put("m1world.url", m1world.api().uri().toString());
        values.put("m1world.token", SecretsFile.referenceTo("m1world.token", M1worldPlatform.TOKEN));
        values.put("rate.limit.requests.per.hour", "0");
        values.put("topic.prefix", prefix);
        values.put("poll.interval.ms", "300");
        values.put("contacts.pass.interval.ms", "300");
        values.put("timestamp.handling.mode", "iso");
        values.put("retry.backoff.ms", "20");
        values.put("retry.backoff.max.ms", "200");
        values.put("topic.creation.default.partitions", "1");
        values.put("topic.creation.default.replication.factor", "1");
        values.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
        values.put("key.converter.schemas.enable", "false");
        values.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        values.put("value.converter.schemas.enable", "false");
        return new ConnectorSettings(values);
    }
}
