package io.martech.connect.integration.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.integration.sources.CanonicalRow;
import io.martech.connect.integration.sources.Differences;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the source reads from one platform, the sink writes to another, with nothing between but the topics. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class RoundTripIT {

    private static final int ORDERS = 120;
    private static final int CONTACTS = 80;

    /** Only reading knows these: what the platform keeps itself, and fields that no document lists. */
    private static final Set<String> NOT_WRITTEN = Set.of(
            "id",
            "ver",
            "tenantId",
            "contactId",
            "channelId",
            "dateCreated",
            "lastUpdated",
            "orderOuterStatus",
            "anonymousId",
            "isAnonymous",
            "openIds",
            "memberLevel",
            "batchNumber",
            "score");

    /** How the records look between source and sink. */
    enum Form {
        /** All defaults, and schemas: the sink sees Structs with Timestamp, Date and Decimal. */
        STRUCTS(Map.of("value.converter.schemas.enable", "true", "value.converter.decimal.format", "NUMERIC")),
        /** The same with texts instead, and custom properties as a map. */
        STRUCTS_OF_TEXTS(Map.of(
                "value.converter.schemas.enable",
                "true",
                "timestamp.handling.mode",
                "iso",
                "decimal.handling.mode",
                "string",
                "custom.properties.mode",
                "map")),
        /** Without schemas: the sink sees Maps. */
        MAPS(Map.of(
                "value.converter.schemas.enable",
                "false",
                "timestamp.handling.mode",
                "iso",
                "decimal.handling.mode",
                "string",
                "behavior.on.null.fields",
                "send"));

        private final Map<String, String> settings;

        Form(Map<String, String> settings) {
            this.settings = settings;
        }

        ConnectorSettings ofSource(ConnectorSettings source) {
            ConnectorSettings formed =
                    source.with("timestamp.handling.mode", "connect").with("decimal.handling.mode", "precise");
            return apply(formed, key -> !key.startsWith("behavior."));
        }

        ConnectorSettings ofSink(ConnectorSettings sink) {
            return apply(sink, key -> !key.contains(".handling."));
        }

        boolean sendsNulls() {
            return settings.containsKey("behavior.on.null.fields");
        }

        private ConnectorSettings apply(ConnectorSettings given, Predicate<String> concerns) {
            ConnectorSettings formed = given;
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                formed = concerns.test(setting.getKey()) ? formed.with(setting.getKey(), setting.getValue()) : formed;
            }
            return formed;
        }
    }

    @ParameterizedTest
    @EnumSource
    void ordersAndContactsArriveAsEqualOrdersAndContacts(Form form, TestCluster cluster) {
        String prefix = cluster.uniqueName("lf");
        try (SimulatedLinkflow origin = SimulatedLinkflow.start();
                SimulatedLinkflow destination = SimulatedLinkflow.start()) {
            LinkflowPlatform from = origin.platform();
            LinkflowPlatform to = destination.platform();
            from.orders().insertHistory(ORDERS, Duration.ofDays(1));
            from.contacts().insertHistory(CONTACTS, Duration.ofDays(1));
            try (DeployedConnector source =
                    DeployedConnector.deploy(cluster.connect(), prefix, form.ofSource(origin.source(prefix)))) {
                Patience.untilAsserted(() -> {
                    assertThat(cluster.committed().bytes(prefix + ".orders")).hasSizeGreaterThanOrEqualTo(ORDERS);
                    assertThat(cluster.committed().bytes(prefix + ".contacts")).hasSizeGreaterThanOrEqualTo(CONTACTS);
                });
                try (DeployedConnector orders = deploySink(
                                cluster, form, destination.sink(prefix + ".orders", "order", "receiverMobile"));
                        DeployedConnector contacts = deploySink(
                                cluster, form, destination.sink(prefix + ".contacts", "contact", "mobilePhone"))) {
                    Patience.untilAsserted(() -> {
                        assertThat(to.orders().count()).isEqualTo(ORDERS);
                        assertThat(to.contacts().count()).isGreaterThan(CONTACTS);
                    });
                    change(from, form.sendsNulls());

                    Patience.untilAsserted(() -> {
                        assertThat(Differences.between(
                                        written(form, to.orders().byId().values(), "orderId"),
                                        written(form, from.orders().byId().values(), "orderId")))
                                .isEmpty();
                        // The receivers of orders became contacts too, which the origin does not have.
                        Map<Object, Map<String, Object>> people =
                                written(form, from.contacts().byId().values(), "mobilePhone");
                        Map<Object, Map<String, Object>> arrived =
                                written(form, to.contacts().byId().values(), "mobilePhone");
                        arrived.keySet().retainAll(people.keySet());
                        assertThat(Differences.between(arrived, people)).isEmpty();
                    });
                    assertThat(to.ignoredFields())
                            .as("fields that nobody reads")
                            .isEmpty();
                    assertThat(orders.status().isRunning()).isTrue();
                    assertThat(contacts.status().isRunning()).isTrue();
                }
            }
        }
    }

    /** A message sets the fields that it holds; what it does not hold stays, unless nulls are sent. */
    private static void change(LinkflowPlatform platform, boolean alsoToNothing) {
        platform.orders().ids().stream().limit(20).forEach(id -> platform.orders()
                .update(id, order -> {
                    order.put("orderStatus", "TRADE_CLOSED").put("totalPrice", new BigDecimal("0.010"));
                    if (alsoToNothing) {
                        order.putNull("guideCode").putNull("payDate").putNull("cancelDate");
                    }
                }));
        platform.contacts().ids().stream().limit(20).forEach(id -> platform.contacts()
                .update(id, contact -> {
                    contact.put("name", "改名").put("dateOfBirthday", "1986-05-04 00:00:00");
                    if (alsoToNothing) {
                        contact.putNull("company").putNull("title");
                    }
                }));
    }

    private static DeployedConnector deploySink(TestCluster cluster, Form form, ConnectorSettings sink) {
        return DeployedConnector.deploy(cluster.connect(), cluster.uniqueName("back"), form.ofSink(sink));
    }

    /** Rows by their name in the outside world, without what is not written. */
    private static Map<Object, Map<String, Object>> written(Form form, Collection<JsonNode> rows, String name) {
        Map<Object, Map<String, Object>> byName = new TreeMap<>();
        for (JsonNode row : rows) {
            Map<String, Object> fields = withoutWhatIsNotWritten(form, CanonicalRow.of(row));
            byName.put(fields.get(name), fields);
        }
        return byName;
    }

    private static Map<String, Object> withoutWhatIsNotWritten(Form form, Map<String, Object> row) {
        Map<String, Object> fields = new TreeMap<>(row);
        fields.keySet().removeAll(NOT_WRITTEN);
        // A contact without utm has an empty one on the other side.
        fields.remove("utm", Map.of());
        if (!form.sendsNulls()) {
            fields.computeIfPresent("props", (name, props) -> withoutNulls((Map<?, ?>) props));
        }
        fields.computeIfPresent("lines", (name, lines) -> ((List<?>) lines)
                .stream().map(line -> line(form, line)).toList());
        return fields;
    }

    /** A custom property that is null is not sent, and where nothing else is left no custom properties are. */
    private static Map<?, ?> withoutNulls(Map<?, ?> props) {
        Map<?, ?> left = new TreeMap<>(props);
        left.values().removeIf("null"::equals);
        return left.isEmpty() ? null : left;
    }

    @SuppressWarnings("unchecked") // lines of a canonical row are such maps
    private static Map<String, Object> line(Form form, Object line) {
        return withoutWhatIsNotWritten(form, (Map<String, Object>) line);
    }
}
