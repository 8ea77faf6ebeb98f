package io.martech.connect.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every sink does, for a platform of which only the request is known. */
class AcmeSinkTest {

    private static final TopicPartition PARTITION = new TopicPartition("customers", 0);

    private final AcmePlatform platform = new AcmePlatform();
    private final AcmeSinkConnector.Task task = new AcmeSinkConnector.Task();
    private final List<SinkRecord> rejected = new ArrayList<>();
    private long offset;

    @BeforeEach
    void start() {
        task.initialize((SinkTaskContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SinkTaskContext.class},
                (proxy, method, arguments) -> framework(method.getName())));
        task.start(Map.of(
                "name",
                "acme-sink",
                AcmeAccount.URL,
                platform.url(),
                AcmeAccount.API_KEY,
                AcmePlatform.API_KEY,
                "errors.tolerance",
                "all",
                "retry.backoff.ms",
                "1"));
        task.open(Set.of(PARTITION));
    }

    @AfterEach
    void close() {
        task.stop();
        platform.close();
    }

    @Test
    void everythingIsWrittenThroughAnOutageAndOneThatIsRefusedIsRejectedAlone() {
        platform.faulty(true);
        List<String> addresses = new ArrayList<>(
                IntStream.range(0, 120).mapToObj(id -> id + "@acme.example").toList());
        addresses.add(60, "no address");
        task.put(addresses.stream().map(this::record).toList());
        await().until(() -> {
            task.put(List.of());
            Map<TopicPartition, OffsetAndMetadata> committable =
                    task.preCommit(new HashMap<>(Map.of(PARTITION, new OffsetAndMetadata(offset))));
            return committable.containsKey(PARTITION)
                    && committable.get(PARTITION).offset() == offset;
        });
        addresses.remove("no address");
        assertThat(platform.written()).containsExactlyInAnyOrderElementsOf(addresses);
        assertThat(rejected).extracting(SinkRecord::kafkaOffset).containsExactly(60L);
    }

    private SinkRecord record(String email) {
        return new SinkRecord("customers", 0, null, null, null, Map.of("email", email), offset++);
    }

    private Object framework(String method) {
        ErrantRecordReporter reporter = (record, error) -> {
            rejected.add(record);
            return CompletableFuture.completedFuture(null);
        };
        return switch (method) {
            case "assignment" -> Set.of(PARTITION);
            case "errantRecordReporter" -> reporter;
            case "timeout", "pause", "resume" -> null;
            default -> throw new AssertionError("A task must not call " + method);
        };
    }
}
