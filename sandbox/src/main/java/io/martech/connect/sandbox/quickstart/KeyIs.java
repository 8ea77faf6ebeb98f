package io.martech.connect.sandbox.quickstart;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.transforms.predicates.Predicate;

/** A predicate for Kafka's own Filter, with which {@code --break} takes the records of one row out of a topic. */
public final class KeyIs<R extends ConnectRecord<R>> implements Predicate<R> {

    static final String TOPIC = "topic";
    static final String ID = "id";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(TOPIC, Type.STRING, Importance.HIGH, "The topic of the row.")
            .define(ID, Type.LONG, Importance.HIGH, "The id in the row's key.");

    private String topic;
    private long id;

    @Override
    public void configure(Map<String, ?> properties) {
        Map<String, Object> parsed = DEFINITION.parse(properties);
        topic = (String) parsed.get(TOPIC);
        id = (Long) parsed.get(ID);
    }

    @Override
    public ConfigDef config() {
        return DEFINITION;
    }

    @Override
    public boolean test(R record) {
        return record.topic().equals(topic)
                && ((Struct) record.key()).getInt64(ID).equals(id);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
