package io.martech.connect.schema.avro;

import io.apicurio.registry.utils.converter.avro.AvroData;
import io.martech.connect.schema.MalformedRowSchema;
import io.martech.connect.schema.ProgressSchema;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.linkflow.LinkflowLists;
import io.martech.connect.schema.linkflow.LinkflowSchemas;
import io.martech.connect.schema.m1world.M1worldSchemas;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.wukong.WukongSchemas;
import io.martech.connect.schema.youmi.YoumiSchemas;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;

/**
 * A schema that readers of a topic build upon, in the form that the default configuration gives it.
 *
 * @param folder the platform, {@code progress} or {@code malformed}
 */
record Contract(String folder, String name, Schema connectSchema) {

    private static final Handling DEFAULTS = new Handling(
            Handling.Decimals.PRECISE, Handling.Timestamps.CONNECT, Handling.Props.JSON, ZoneOffset.ofHours(8));

    /** Where the files are: this module's folder {@code avro}. */
    static final Path ROOT = Path.of(System.getProperty("basedir", ""), "avro");

    static List<Contract> all() {
        RowSchema order = LinkflowSchemas.order(DEFAULTS, true);
        RowSchema orderWithoutLines = LinkflowSchemas.order(DEFAULTS, false);
        RowSchema orderLine = LinkflowSchemas.orderLine(DEFAULTS);
        RowSchema contact = LinkflowSchemas.contact(DEFAULTS);
        RowSchema lead = WukongSchemas.lead(DEFAULTS);
        RowSchema leadList = WukongSchemas.LIST.in(DEFAULTS);
        ProgressSchema progress = new ProgressSchema(DEFAULTS);
        List<Contract> contracts = new ArrayList<>(List.of(
                new Contract("linkflow", "OrderKey", order.keySchema()),
                new Contract("linkflow", "Order", order.valueSchema()),
                new Contract("linkflow", "OrderWithoutLines", orderWithoutLines.valueSchema()),
                new Contract("linkflow", "OrderLineKey", orderLine.keySchema()),
                new Contract("linkflow", "OrderLine", orderLine.valueSchema()),
                new Contract("linkflow", "ContactKey", contact.keySchema()),
                new Contract("linkflow", "Contact", contact.valueSchema()),
                new Contract("wukong", "LeadKey", lead.keySchema()),
                new Contract("wukong", "Lead", lead.valueSchema()),
                new Contract("wukong", "LeadListKey", leadList.keySchema()),
                new Contract("wukong", "LeadList", leadList.valueSchema()),
                new Contract("malformed", "MalformedRowKey", MalformedRowSchema.keySchema()),
                new Contract("malformed", "MalformedRow", MalformedRowSchema.valueSchema()),
                new Contract("progress", "ProgressKey", progress.keySchema()),
                new Contract("progress", "Progress", progress.valueSchema())));
        M1worldSchemas.ALL.forEach(topic -> contracts.addAll(of("m1world", topic)));
        LinkflowLists.ALL.forEach(topic -> contracts.addAll(of("linkflow", topic)));
        YoumiSchemas.ALL.forEach(topic -> contracts.addAll(of("youmi", topic)));
        return List.copyOf(contracts);
    }

    /** Key and value under the last part of their names. */
    private static List<Contract> of(String folder, TopicSchema topic) {
        RowSchema schema = topic.in(DEFAULTS);
        return Stream.of(schema.keySchema(), schema.valueSchema())
                .map(each ->
                        new Contract(folder, each.name().substring(each.name().lastIndexOf('.') + 1), each))
                .toList();
    }

    Path file() {
        return ROOT.resolve(folder).resolve(fileName());
    }

    String fileName() {
        return name + ".avsc";
    }

    /** As an Avro converter would register it. */
    org.apache.avro.Schema avroSchema() {
        return new AvroData(1).fromConnectSchema(connectSchema);
    }

    String text() {
        return avroSchema().toString(true) + "\n";
    }

    @Override
    public String toString() {
        return folder + "/" + fileName();
    }
}
