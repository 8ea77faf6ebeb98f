package io.martech.connect.integration.sinks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.format.RecordFormat;
import io.martech.connect.sandbox.linkflow.message.ReceivedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A topic of events for the sink: records without schema, each with a phone and a number that counts up per person. What the
 * platform received is compared with that.
 */
public final class SinkTopic {

    /** The field that says who a record is about. */
    public static final String PHONE = "mobilePhone";

    /** The field that counts up. */
    static final String NUMBER = "notes";

    private final String bootstrapServers;
    private final String name;

    private final RecordFormat format;

    private SinkTopic(String bootstrapServers, String name, RecordFormat format) {
        this.bootstrapServers = bootstrapServers;
        this.name = name;
        this.format = format;
    }

    public static SinkTopic create(TestCluster cluster, int partitions) {
        return create(cluster.broker().bootstrapServers(), cluster.uniqueName("events"), partitions, RecordFormat.JSON);
    }

    /** The same on any broker, in any format. */
    public static SinkTopic create(String bootstrapServers, String name, int partitions, RecordFormat format) {
        TestCluster.createTopic(bootstrapServers, name, partitions);
        return new SinkTopic(bootstrapServers, name, format);
    }

    public String name() {
        return name;
    }

    /** Writes so many records of each person, one person after the other in turn, keyed by person. */
    public void write(int people, int recordsEach) {
        write(people, 0, recordsEach);
    }

    /** The same with numbers from {@code first} to before {@code end}. */
    public void write(int people, int first, int end) {
        write(IntStream.range(0, people).mapToObj(SinkTopic::phone).toList(), first, end);
    }

    /** The same about people with these phones. */
    public void write(List<String> phones, int first, int end) {
        write(phones, first, end, 0);
    }

    /** The same, each with a text of that length beside. */
    void write(List<String> phones, int first, int end, int padding) {
        Map<String, Object> configuration = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                // A partition that is being created may refuse the first batch and take the second: then nothing fits
                // any more.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(configuration)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int number = first; number < end; number++) {
                for (String phone : phones) {
                    ObjectNode value = JsonNodeFactory.instance
                            .objectNode()
                            .put(PHONE, phone)
                            .put(NUMBER, number);
                    if (padding > 0) {
                        value.put("text", "x".repeat(padding));
                    }
                    sent.add(producer.send(new ProducerRecord<>(
                            name,
                            format.write(name + "-key", JsonNodeFactory.instance.textNode(phone)),
                            format.write(name + "-value", value))));
                }
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Joins the group of a sink until it has been given a partition, the first there is, and leaves again.
     *
     * @param meanwhile called again and again while it waits for the others
     */
    void takePartitionsOnce(String group, Runnable meanwhile) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(group)) {
            consumer.subscribe(List.of(name));
            Patience.until(() -> {
                consumer.poll(Duration.ofMillis(100));
                meanwhile.run();
                return !consumer.assignment().isEmpty();
            });
        }
    }

    /** Waits until a sink has committed all of it: everything is delivered or reported. */
    void awaitCommitted(String group) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(group)) {
            Set<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Patience.until(() -> consumer.committed(partitions), committed -> ends.entrySet().stream()
                    .allMatch(end -> {
                        OffsetAndMetadata offset = committed.get(end.getKey());
                        return end.getValue() == 0 || (offset != null && offset.offset() >= end.getValue());
                    }));
        }
    }

    /** Reads all from the beginning, and keeps nothing. */
    void readThrough() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(null)) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(name, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100));
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // Partitions are given to members in the order of their names.
        configuration.put(ConsumerConfig.CLIENT_ID_CONFIG, "a-test");
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        configuration.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return new KafkaConsumer<>(configuration);
    }

    /** The settings of a sink that sends these records as events. */
    public ConnectorSettings sink(SimulatedLinkflow linkflow) {
        return linkflow.sink(name, "event", PHONE).with("event.name", "UDE_TEST");
    }

    /** The numbers that the platform received of each person, in the order in which they were applied. */
    public static Map<String, List<Integer>> numbersByPerson(List<ReceivedMessage> messages) {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (ReceivedMessage message : messages) {
            numbers.computeIfAbsent(message.identities().get(0).id(), person -> new ArrayList<>())
                    .add(message.data().path("props").path(NUMBER).intValue());
        }
        return numbers;
    }

    static String phone(int person) {
        return "139" + String.format("%08d", person);
    }
}
