package io.martech.connect.sandbox.quickstart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Another system of the user's: it writes what it knows about people into the topic that the sink reads. */
final class CrmContacts implements AutoCloseable {

    /** No two records share it. */
    static final String NUMBER = "recordNumber";

    /** Whom a record is about. */
    static final String PERSON = "mobilePhone";

    static final int RECORDS_PER_SECOND = 10;

    private static final int PEOPLE = 250;
    private static final int RECORDS_PER_NOBODY = 100;
    private static final String[] CITIES = {"上海", "杭州", "成都"};
    private static final String[] LEVELS = {"silver", "gold", "platinum"};

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "crm-contacts");
        thread.setDaemon(true);
        return thread;
    });
    private int number;

    CrmContacts(String bootstrapServers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class));
    }

    /** Writes that many records, several about each person. Returns when the broker has them. */
    synchronized void write(int count) {
        for (int i = 0; i < count; i++) {
            send(person(++number));
        }
        producer.flush();
    }

    /** Goes on writing. One record in a hundred says nothing about who it is about, so that the sink has to reject it. */
    void goOn() {
        clock.scheduleAtFixedRate(this::writeOne, 0, 1_000 / RECORDS_PER_SECOND, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(Duration.ofSeconds(2));
    }

    private synchronized void writeOne() {
        ObjectNode value = person(++number);
        if (number % RECORDS_PER_NOBODY == 0) {
            value.putNull(PERSON);
            value.putNull("email");
        }
        send(value);
    }

    private static ObjectNode person(int number) {
        int person = number % PEOPLE;
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put(PERSON, String.format(Locale.ROOT, "186%08d", person));
        value.put("email", "person" + person + "@example.com");
        value.put("name", "客户" + person);
        value.put("city", CITIES[number % CITIES.length]);
        value.put("level", LEVELS[number % LEVELS.length]);
        value.put("points", number * 10);
        value.put(NUMBER, number);
        return value;
    }

    private void send(ObjectNode value) {
        producer.send(new ProducerRecord<>(
                topic,
                value.path(PERSON).asText().getBytes(StandardCharsets.UTF_8),
                value.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
