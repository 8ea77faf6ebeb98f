package io.martech.connect.account;

import java.util.List;
import java.util.Set;

/**
 * The configuration keys that Connect itself reads, or passes to converters, transformations and clients. Listed here,
 * since Connect's API does not expose its definitions to a connector.
 */
final class ConnectKeys {

    /** The complete keys. */
    static final Set<String> NAMES = Set.of(
            "name",
            "connector.class",
            "connector.plugin.version",
            "tasks.max",
            "tasks.max.enforce",
            "topics",
            "topics.regex",
            "transforms",
            "predicates",
            "key.converter",
            "value.converter",
            "header.converter",
            "config.action.reload",
            "exactly.once.support",
            "transaction.boundary",
            "offsets.storage.topic",
            "errors.tolerance",
            "errors.log.enable",
            "errors.log.include.messages",
            "errors.retry.timeout",
            "errors.retry.delay.max.ms",
            "errors.deadletterqueue.topic.name",
            "errors.deadletterqueue.topic.replication.factor",
            "errors.deadletterqueue.context.headers.enable",
            "topic.creation.groups");

    /** Prefixes; the last two are read by distributions of Connect, not by Connect itself. */
    private static final List<String> BEGINNINGS = List.of(
            "transforms.",
            "predicates.",
            "key.converter.",
            "value.converter.",
            "header.converter.",
            "errors.",
            "topic.creation.",
            "transaction.boundary.",
            "producer.override.",
            "consumer.override.",
            "admin.override.",
            "confluent.",
            "reporter.");

    private ConnectKeys() {}

    static boolean contain(String key) {
        return NAMES.contains(key) || BEGINNINGS.stream().anyMatch(key::startsWith);
    }
}
