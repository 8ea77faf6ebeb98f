package io.martech.connect.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.reading.MemoryOffsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every source does, for a platform that is only declared. */
class AcmeSourceTest {

    private final AcmePlatform platform = new AcmePlatform();
    private final MemoryOffsets offsets = new MemoryOffsets();
    private final Map<String, Object> fold = new TreeMap<>();
    private int records;
    private AcmeSourceConnector.Task task = start();

    @AfterEach
    void close() {
        task.stop();
        platform.close();
    }

    @Test
    void allPagesAreReadAndOnlyNewsIsEmittedAlsoAfterARestartAndThroughAnOutage() {
        platform.faulty(true);
        platform.putSegment(1, "VIP");
        for (int id = 0; id < 250; id++) {
            platform.putCustomer(id, id + "@acme.example");
        }
        readUntil(251);
        task.stop();
        task = start();
        platform.visit(7);
        platform.putCustomer(8, "other@acme.example");
        readUntil(252);
        assertThat(((Struct) fold.get("acme.customers/8")).get("email")).isEqualTo("other@acme.example");
        assertThat(fold).hasSize(251);
    }

    @Test
    void aRowThatIsGoneIsEmittedAsDeleted() {
        for (int id = 0; id < 250; id++) {
            platform.putCustomer(id, id + "@acme.example");
        }
        readUntil(250);
        platform.deleteCustomer(200);
        readUntil(251);
        assertThat(fold).hasSize(249).doesNotContainKey("acme.customers/200");
    }

    private void readUntil(int count) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    var polled = task.poll();
                    if (polled != null) {
                        polled.forEach(this::take);
                    }
                    return records >= count;
                });
        assertThat(records).isEqualTo(count);
    }

    private void take(SourceRecord record) {
        offsets.store(record.sourcePartition(), record.sourceOffset());
        if (record.topic().equals("acme.progress")) {
            return;
        }
        records++;
        String key = record.topic() + "/" + ((Struct) record.key()).get("id");
        if (record.value() == null) {
            fold.remove(key);
        } else {
            fold.put(key, record.value());
        }
    }

    private AcmeSourceConnector.Task start() {
        AcmeSourceConnector.Task started = new AcmeSourceConnector.Task();
        started.initialize(context());
        started.start(Map.of(
                "name",
                "acme-source",
                AcmeAccount.URL,
                platform.url(),
                AcmeAccount.API_KEY,
                AcmePlatform.API_KEY,
                "topic.prefix",
                "acme",
                "progress.topic",
                "acme.progress",
                "deletes.enabled",
                "true",
                "poll.interval.ms",
                "1",
                "retry.backoff.ms",
                "1"));
        return started;
    }

    private SourceTaskContext context() {
        return new SourceTaskContext() {

            @Override
            public Map<String, String> configs() {
                return Map.of();
            }

            @Override
            public OffsetStorageReader offsetStorageReader() {
                return offsets;
            }
        };
    }
}
