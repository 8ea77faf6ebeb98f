package io.martech.connect.sandbox.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.Setting;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dimension tables, by alias; none at first. A row that is uploaded again replaces the one with its key. Thread-safe. */
public final class LinkflowDimensions {

    /** The most rows in one upload; more are refused as a whole with 500 B01206. */
    public final Setting<LinkflowDimensions, Integer> mostRows = new Setting<>(this, Integer.MAX_VALUE);

    private final Map<String, DimensionTable> tables = new HashMap<>();

    private record DimensionTable(List<String> keyColumns, Map<List<String>, JsonNode> rows, List<JsonNode> uploads) {}

    /** Adds a table. @param keyColumns its primary key; none for a table without one, to which nothing can be uploaded */
    public synchronized void add(String alias, String... keyColumns) {
        tables.put(alias, new DimensionTable(List.of(keyColumns), new LinkedHashMap<>(), new ArrayList<>()));
    }

    /** The rows by the texts of their key columns. */
    public synchronized Map<List<String>, JsonNode> rows(String alias) {
        return new LinkedHashMap<>(tables.get(alias).rows);
    }

    /** The list of rows of every upload that was accepted, in the order of application. */
    public synchronized List<JsonNode> uploads(String alias) {
        return List.copyOf(tables.get(alias).uploads);
    }

    /** The rows of an upload as persons, so that two uploads of one row at once are noticed. */
    public synchronized List<String> keysOf(String alias, JsonNode rows) {
        DimensionTable table = tables.get(alias);
        List<String> keys = new ArrayList<>();
        if (table != null) {
            rows.forEach(row -> keys.add(alias + keyOf(table, row)));
        }
        return keys;
    }

    /** Applies all rows or none. */
    public synchronized void upload(String alias, JsonNode rows) {
        DimensionTable table = tables.get(alias);
        if (table == null) {
            throw Refusals.of(500, "B00043", "维度表不存在");
        }
        if (table.keyColumns.isEmpty()) {
            throw Refusals.of(500, "B01201", "维度表无主键");
        }
        if (rows.size() > mostRows.get()) {
            throw Refusals.of(500, "B01206", "上传数量超过限制");
        }
        for (JsonNode row : rows) {
            boolean hasKey =
                    row instanceof ObjectNode && table.keyColumns.stream().allMatch(row::hasNonNull);
            if (!hasKey) {
                throw Refusals.of(500, "B01205", "数据结点不包含主键列");
            }
        }
        rows.forEach(row -> table.rows.put(keyOf(table, row), row));
        table.uploads.add(rows);
    }

    private static List<String> keyOf(DimensionTable table, JsonNode row) {
        return table.keyColumns.stream()
                .map(column -> row.path(column).asText())
                .toList();
    }
}
