package io.martech.connect.sink.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.client.Category;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.dispatch.BatchBounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A worker, its consumer and a platform, all random: refusals, requests that are too large, slow answers, rebalances in
 * which records come again, tasks that are killed. Every record must be delivered or reported, and each person's records
 * must first appear in their order.
 */
class SinkEnginePropertyTest {

    private static final int RECORDS = 2_000;
    private static final int PARTITIONS = 3;

    private final Map<TopicPartition, List<SinkRecord>> topic =
            new TreeMap<>(java.util.Comparator.comparing(TopicPartition::toString));
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Map<TopicPartition, Long> position = new HashMap<>();
    private final FakePlatform platform = new FakePlatform();
    private final FakeReporter reporter = new FakeReporter();
    private final FakeContext context = new FakeContext().reportTo(reporter);
    private SinkEngine<String> engine;

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, ThreadLocalRandom.current().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everything_arrives_in_order_per_person(long seed) {
        Random random = new Random(seed);
        fill(random);
        platform.behave(texts -> misbehave(texts, seed));
        startTask(random);
        while (!isEverythingCommitted()) {
            step(random);
        }
        engine.stop();

        Set<String> all = texts();
        Set<String> poison =
                all.stream().filter(text -> text.endsWith("poison")).collect(Collectors.toSet());
        assertThat(reporter.values().stream().map(Object::toString).collect(Collectors.toSet()))
                .isEqualTo(poison);
        assertThat(new LinkedHashSet<>(platform.delivered())).isEqualTo(without(all, poison));
        assertThat(firstAppearances(platform.delivered())).isEqualTo(perPerson(without(all, poison)));
    }

    private void fill(Random random) {
        // A person's records all lie in one partition: only there Kafka itself knows an order.
        long[] offsets = new long[PARTITIONS];
        for (int number = 0; number < RECORDS; number++) {
            int person = random.nextInt(60);
            int partition = person % PARTITIONS;
            offsets[partition] += 1 + random.nextInt(3) / 2;
            String names = random.nextInt(5) == 0 ? person + "+" + (person + PARTITIONS) % 60 : String.valueOf(person);
            String text = names + "/" + number + (random.nextInt(40) == 0 ? "poison" : "");
            TopicPartition topicPartition = new TopicPartition(Records.TOPIC, partition);
            topic.computeIfAbsent(topicPartition, none -> new ArrayList<>())
                    .add(Records.record(partition, offsets[partition], null, text));
        }
        topic.keySet().forEach(partition -> committed.put(partition, 0L));
    }

    private void misbehave(List<String> texts, long seed) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(300_000));
        if (texts.stream().anyMatch(text -> text.endsWith("poison"))) {
            throw FakePlatform.failure(Category.REJECT, "B00010");
        }
        if (texts.size() > 1 && (texts.hashCode() + seed) % 7 == 0) {
            throw FakePlatform.failure(Category.SPLIT, "B00031");
        }
    }

    private void step(Random random) {
        int dice = random.nextInt(1_000);
        if (dice < 900) {
            engine.put(poll(random));
            LockSupport.parkNanos(100_000);
        } else if (dice < 990) {
            commit();
        } else if (dice < 996) {
            rebalance();
        } else {
            engine.stop();
            startTask(random);
        }
    }

    private void startTask(Random random) {
        int batchSize = 1 + random.nextInt(8);
        Duration linger = Duration.ofMillis(random.nextInt(3));
        EngineSettings settings = new EngineSettings(
                "people-sink",
                new BatchBounds(batchSize, 1_000_000, linger),
                6,
                1_000,
                new EngineSettings.Backlog(100, 1_000_000, 100_000),
                RetryPolicy.withoutEnd(Duration.ofMillis(1), Duration.ofMillis(5)),
                EngineSettings.Codes.NONE,
                true,
                Ordering.BOTH,
                "value.converter (JsonConverter)");
        engine = new SinkEngine<>(
                new TextOperation(), platform.reopened(), () -> 6, context, settings, TimeSource.system());
        open();
    }

    private void open() {
        context.assign(topic.keySet().toArray(TopicPartition[]::new));
        position.putAll(committed);
        engine.open();
    }

    // What the framework does: the offsets of before the close are committed, though more may arrive during it.
    private void rebalance() {
        commit();
        engine.close(topic.keySet());
        context.revoke(topic.keySet().toArray(TopicPartition[]::new));
        open();
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> offered = new HashMap<>();
        position.forEach((partition, offset) -> offered.put(partition, new OffsetAndMetadata(offset)));
        engine.preCommit(offered).forEach((partition, offset) -> {
            assertThat(offset.offset()).isLessThanOrEqualTo(position.get(partition));
            committed.put(partition, offset.offset());
        });
    }

    private List<SinkRecord> poll(Random random) {
        List<SinkRecord> polled = new ArrayList<>();
        topic.forEach((partition, records) -> {
            if (context.paused().contains(partition)) {
                return;
            }
            int most = random.nextInt(30);
            for (SinkRecord record : records) {
                if (record.kafkaOffset() >= position.get(partition) && polled.size() < most) {
                    polled.add(record);
                    position.put(partition, record.kafkaOffset() + 1);
                }
            }
        });
        return polled;
    }

    private boolean isEverythingCommitted() {
        return topic.entrySet().stream()
                .allMatch(entry -> committed.get(entry.getKey())
                        > entry.getValue().get(entry.getValue().size() - 1).kafkaOffset());
    }

    private Set<String> texts() {
        return topic.values().stream()
                .flatMap(List::stream)
                .map(record -> (String) record.value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Map<String, List<String>> firstAppearances(List<String> delivered) {
        return perPerson(new LinkedHashSet<>(delivered));
    }

    private static Map<String, List<String>> perPerson(Set<String> texts) {
        Map<String, List<String>> perPerson = new LinkedHashMap<>();
        for (String text : texts) {
            for (String person : text.substring(0, text.indexOf('/')).split("\\+")) {
                perPerson.computeIfAbsent(person, none -> new ArrayList<>()).add(text);
            }
        }
        return new HashMap<>(perPerson);
    }
}
