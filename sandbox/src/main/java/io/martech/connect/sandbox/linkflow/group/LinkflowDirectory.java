package io.martech.connect.sandbox.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Rows of one kind that people of the tenant keep by hand, such as groups or folders. Thread-safe. */
public final class LinkflowDirectory {

    private record Entry(long id, Instant created, Instant updated, ObjectNode fields) {}

    private final InstantSource clock;
    private final LinkflowQuirks quirks;
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    private long nextId;

    public LinkflowDirectory(InstantSource clock, LinkflowQuirks quirks, long firstId) {
        this.clock = clock;
        this.quirks = quirks;
        this.nextId = firstId;
    }

    /** Adds a row. @param fill sets its fields, without id and times. @return its id */
    public synchronized long add(Consumer<ObjectNode> fill) {
        ObjectNode fields = JsonText.object();
        fill.accept(fields);
        long id = nextId++;
        entries.put(id, new Entry(id, clock.instant(), clock.instant(), fields));
        return id;
    }

    /** Edits a row's fields now; {@code lastUpdated} follows. */
    public synchronized void update(long id, Consumer<ObjectNode> edit) {
        entries.computeIfPresent(id, (key, entry) -> {
            ObjectNode fields = entry.fields.deepCopy();
            edit.accept(fields);
            return new Entry(id, entry.created, clock.instant(), fields);
        });
    }

    /** Deletes a row. */
    public synchronized void delete(long id) {
        entries.remove(id);
    }

    /** Whether there is such a row. */
    public synchronized boolean has(long id) {
        return entries.containsKey(id);
    }

    /** Every row as lists show it, by id. */
    public synchronized NavigableMap<Long, JsonNode> byId() {
        NavigableMap<Long, JsonNode> rows = new TreeMap<>();
        entries.forEach((id, entry) -> rows.put(id, render(entry)));
        return rows;
    }

    /** The rows as lists show them, ascending by id. */
    public List<JsonNode> rows() {
        return List.copyOf(byId().values());
    }

    /** Those created until then, ascending by id. */
    synchronized List<JsonNode> rowsCreatedUntil(Instant latest) {
        return entries.values().stream()
                .filter(entry -> !entry.created.isAfter(latest))
                .<JsonNode>map(this::render)
                .toList();
    }

    private ObjectNode render(Entry entry) {
        PlatformTime time = quirks.time();
        ObjectNode row = entry.fields.deepCopy();
        row.put("id", entry.id);
        row.put("dateCreated", time.format(entry.created));
        row.put("lastUpdated", time.format(entry.updated));
        return row;
    }
}
