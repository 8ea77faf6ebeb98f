package io.martech.connect.sandbox.quickstart.topic;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** How many records of its topic a sink is done with, delivered or rejected: what it has committed. The topic begins at 0. */
public final class SettledRecords implements AutoCloseable {

    private final Admin admin;
    private final String group;

    /** @param connector its name, from which Connect makes the consumer group's */
    public SettledRecords(String bootstrapServers, String connector) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.group = "connect-" + connector;
    }

    /** 0 while there is no such group. */
    public long count() {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException noSuchGroupOrBrokerGone) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
