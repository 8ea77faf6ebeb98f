package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.StateComparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A topic of products into a dimension table of Linkflow: what was said last of each must stand. */
final class LinkflowDimensionRows implements Sink {

    private static final String TABLE = "products";
    private static final String ID = "id";
    private static final int PRODUCTS = 250;
    private static final String[] COLOURS = {"红色", "蓝色", "白色"};

    private final SimulatedLinkflow linkflow;

    /** Adds the table to the platform: no call creates one. */
    LinkflowDimensionRows(SimulatedLinkflow linkflow) {
        this.linkflow = linkflow;
        linkflow.state().dimensions().add(TABLE, ID);
    }

    @Override
    public String connectorFile() {
        return "linkflow-dimensions-sink.json";
    }

    @Override
    public SimulatedPlatform platform() {
        return linkflow;
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public String requests() {
        return "dim.data";
    }

    @Override
    public ObjectNode record(int number) {
        int product = number % PRODUCTS;
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put(ID, "p" + product);
        value.put("name", "商品 " + product);
        value.put("colour", COLOURS[number % COLOURS.length]);
        value.put("price", BigDecimal.valueOf(number, 2));
        value.put("stock", number);
        return value;
    }

    @Override
    public List<String> identityFields() {
        return List.of(ID);
    }

    @Override
    public Comparison compare(String name, List<TopicRecord> records) {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        linkflow.state().dimensions().rows(TABLE).forEach((key, row) -> held.put(key.get(0), row));
        return StateComparison.compare(name, ID, records, held);
    }
}
