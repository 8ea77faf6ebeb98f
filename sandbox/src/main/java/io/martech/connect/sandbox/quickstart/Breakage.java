package io.martech.connect.sandbox.quickstart;

import java.util.Map;

/** What {@code --break} adds to the source: Kafka's own filter takes one order out of the topic. */
final class Breakage {

    private Breakage() {}

    static ConnectorFile in(ConnectorFile source, long orderId) {
        return source.with(Map.of(
                "transforms",
                "break",
                "transforms.break.type",
                "org.apache.kafka.connect.transforms.Filter",
                "transforms.break.predicate",
                "isTheOrder",
                "predicates",
                "isTheOrder",
                "predicates.isTheOrder.type",
                KeyIs.class.getName(),
                "predicates.isTheOrder." + KeyIs.TOPIC,
                source.value("topic.prefix") + ".orders",
                "predicates.isTheOrder." + KeyIs.ID,
                Long.toString(orderId)));
    }
}
