package io.martech.connect.integration.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.martech.connect.integration.ProjectRoot;
import io.martech.connect.integration.sources.SimulatedLinkflow;
import io.martech.connect.sandbox.cluster.LocalRegistry;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.RowComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import io.martech.connect.sandbox.format.AvroFormat;
import io.martech.connect.sandbox.format.SchemaRegistry;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.linkflow.LinkflowLists;
import io.martech.connect.schema.linkflow.LinkflowSchemas;
import io.martech.connect.schema.m1world.M1worldSchemas;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.wukong.WukongSchemas;
import io.martech.connect.schema.youmi.YoumiSchemas;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics as Avro in Confluent's wire format, through a converter and a registry that are not ours, and read without their code. */
class ConverterTest {

    private static final Handling DEFAULTS = new Handling(
            Handling.Decimals.PRECISE, Handling.Timestamps.CONNECT, Handling.Props.JSON, ZoneOffset.ofHours(8));
    private static final int ROWS = 50;

    @TempDir
    private static Path directory;

    private static LocalRegistry process;
    private static SchemaRegistry registry;
    private static URLClassLoader plugin;

    @BeforeAll
    static void startsTheRegistry() throws IOException {
        process = LocalRegistry.start(ProjectRoot.find(), directory.resolve("registry"));
        registry = new SchemaRegistry(process.address());
        registry.requireBackwardTransitive();
        LocalRegistry.installConverters(ProjectRoot.find(), directory);
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        plugin = new URLClassLoader(jars.toArray(URL[]::new), ConverterTest.class.getClassLoader());
    }

    @AfterAll
    static void stopsTheRegistry() throws IOException {
        plugin.close();
        process.close();
    }

    /** Names, types, documentation and defaults. */
    @Test
    void everySchemaThatIsRegisteredIsTheCommittedOne() throws ReflectiveOperationException {
        Converter converter = converter();
        for (RowSchema schema : everyTopic()) {
            String topic = "every." + schema.valueSchema().name();
            converter.fromConnectData(topic, schema.valueSchema(), smallest(schema.valueSchema()));

            CommittedSchemas.assertIsCommitted(new Schema.Parser().parse(registry.schemaOf(topic + "-value")));
        }
    }

    /** Decimals, times, days, nested and missing values, Chinese text. */
    @Test
    void rowsArriveWhole() throws ReflectiveOperationException {
        try (SimulatedLinkflow linkflow = SimulatedLinkflow.start()) {
            linkflow.insertSomeRows();
            assertThat(comparison(
                            "orders",
                            LinkflowSchemas.order(DEFAULTS, true),
                            linkflow.rows().get(0).rows()))
                    .matches(Comparison::isEqual);
            assertThat(comparison(
                            "contacts",
                            LinkflowSchemas.contact(DEFAULTS),
                            linkflow.rows().get(1).rows()))
                    .matches(Comparison::isEqual);
        }
    }

    /** A record of another system, in the same wire format. */
    @Test
    void recordsOfOthersCanBeRead() throws ReflectiveOperationException {
        JsonNode person = JsonNodeFactory.instance
                .objectNode()
                .put("name", "客户")
                .put("points", 10)
                .put("isMember", true)
                .set("address", JsonNodeFactory.instance.objectNode().put("city", "上海"));

        SchemaAndValue read =
                converter().toConnectData("crm.contacts", new AvroFormat(registry).write("crm.contacts-value", person));

        Struct struct = (Struct) read.value();
        assertThat(struct.getString("name")).isEqualTo("客户");
        assertThat(struct.getInt64("points")).isEqualTo(10);
        assertThat(struct.getBoolean("isMember")).isTrue();
        assertThat(struct.getStruct("address").getString("city")).isEqualTo("上海");
    }

    /** Whatever was released can be followed by what is committed now, and the registry would refuse what breaks readers. */
    @Test
    void theRegistryLetsEveryReleasedSchemaBecomeTodays() {
        CommittedSchemas.releasedBeforeToday().forEach((released, today) -> {
            String subject = "released-" + today.getFullName();
            registry.register(subject, released.toString());
            assertThat(registry.register(subject, today.toString())).isPositive();
        });
        Schema order = CommittedSchemas.named("io.martech.connect.linkflow.v1.Order");
        registry.register("broken", order.toString());
        String broken =
                order.toString().replaceFirst("\"name\":\"id\",\"type\":\"long\"", "\"name\":\"id\",\"type\":\"int\"");
        assertThat(broken).isNotEqualTo(order.toString());
        assertThatThrownBy(() -> registry.register("broken", broken)).hasMessageContaining("HTTP 409");
    }

    private static Comparison comparison(String topic, RowSchema schema, Collection<JsonNode> rows)
            throws ReflectiveOperationException {
        Converter converter = converter();
        AvroFormat reader = new AvroFormat(registry);
        List<JsonNode> some = rows.stream().limit(ROWS).toList();
        List<TopicRecord> records = some.stream()
                .map(row -> new TopicRecord(
                        JsonNodeFactory.instance.objectNode().set("id", row.path("id")),
                        reader.read(converter.fromConnectData(topic, schema.valueSchema(), schema.value(row)))))
                .toList();
        assertThat(records).isNotEmpty();
        CommittedSchemas.assertIsCommitted(new Schema.Parser().parse(registry.schemaOf(topic + "-value")));
        return RowComparison.compare(topic, List.of("id"), some, records);
    }

    private static List<RowSchema> everyTopic() {
        List<RowSchema> schemas = new ArrayList<>(List.of(
                LinkflowSchemas.order(DEFAULTS, true),
                LinkflowSchemas.orderLine(DEFAULTS),
                LinkflowSchemas.contact(DEFAULTS),
                WukongSchemas.lead(DEFAULTS),
                WukongSchemas.LIST.in(DEFAULTS)));
        Stream.of(LinkflowLists.ALL, M1worldSchemas.ALL, YoumiSchemas.ALL)
                .flatMap(Collection<TopicSchema>::stream)
                .forEach(topic -> schemas.add(topic.in(DEFAULTS)));
        return schemas;
    }

    /** A value with what is required and nothing else. */
    private static Struct smallest(org.apache.kafka.connect.data.Schema schema) {
        Struct struct = new Struct(schema);
        schema.fields().stream()
                .filter(field -> !field.schema().isOptional())
                .forEach(field -> struct.put(
                        field,
                        switch (field.schema().type()) {
                            case STRING -> "x";
                            case INT32 -> 1;
                            case INT64 -> 1L;
                            default -> throw new AssertionError(schema.name() + " requires " + field);
                        }));
        return struct;
    }

    private static Converter converter() throws ReflectiveOperationException {
        Map<String, String> settings = new HashMap<>();
        String prefix = "value.converter.";
        process.converters().forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                settings.put(key.substring(prefix.length()), value);
            }
        });
        // As a worker does, for a plugin loads its own classes by name.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin);
        try {
            Converter converter =
                    (Converter) plugin.loadClass(process.converters().get("value.converter"))
                            .getConstructor()
                            .newInstance();
            converter.configure(settings, false);
            return converter;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
