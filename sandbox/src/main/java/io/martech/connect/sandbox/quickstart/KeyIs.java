package io.martech.connect.sandbox.quickstart;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.transforms.predicates.Predicate;

/** A predicate for Kafka's own Filter, with which {@code --break=lost-order} takes the records of one row out of a topic. */
public final class KeyIs<R extends ConnectRecord<R>> implements Predicate<R> {

    static final String TOPIC = "topic";
    static final String FIELD = "field";
    static final String VALUE = "value";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(TOPIC, Type.STRING, Importance.HIGH, "The topic of the row.")
            .define(FIELD, Type.STRING, Importance.HIGH, "A field of the row's key.")
            .define(VALUE, Type.STRING, Importance.HIGH, "What that field holds, as a text.");

    private String topic;
    private String field;
    private String value;

    @Override
    public void configure(Map<String, ?> properties) {
        Map<String, Object> parsed = DEFINITION.parse(properties);
        topic = (String) parsed.get(TOPIC);
        field = (String) parsed.get(FIELD);
        value = (String) parsed.get(VALUE);
    }

    @Override
    public ConfigDef config() {
        return DEFINITION;
    }

    @Override
    public boolean test(R record) {
        return record.topic().equals(topic) && value.equals(String.valueOf(((Struct) record.key()).get(field)));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
