package io.martech.connect.benchmark.setting;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates topics on a broker that does not create them by itself. */
public final class Topics {

    private Topics() {}

    /** @param configuration of the topic, beside the broker's defaults */
    public static void create(String bootstrapServers, String topic, int partitions, Map<String, String> configuration)
            throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            NewTopic newTopic = new NewTopic(topic, partitions, (short) 1).configs(configuration);
            admin.createTopics(List.of(newTopic)).all().get();
        } catch (ExecutionException e) {
            throw new BenchmarkException("Topic " + topic + " was not created", e.getCause());
        }
    }
}
