package io.martech.connect.sandbox.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The rows of all lists. Thread-safe. */
final class Tables {

    private final SplittableRandom random;
    private final GeneratedRows generator;
    private final Map<YoumiList, NavigableMap<Long, ObjectNode>> rows = new EnumMap<>(YoumiList.class);
    private final Map<YoumiList, Long> numbers = new EnumMap<>(YoumiList.class);

    Tables(long seed) {
        this.random = new SplittableRandom(seed);
        this.generator = new GeneratedRows(random.split());
        for (YoumiList list : YoumiList.values()) {
            rows.put(list, new TreeMap<>());
        }
    }

    synchronized String insert(YoumiList list) {
        long number = numbers.merge(list, 1L, Long::sum);
        ObjectNode row = generator.row(list, number);
        rows.get(list).put(number, row);
        return list.keyOf(row);
    }

    /** Gives a row at random other content, its counters aside. @return its key */
    synchronized String updateAny(YoumiList list) {
        long number = any(list);
        ObjectNode old = rows.get(list).get(number);
        ObjectNode changed = generator.row(list, number);
        while (changed.equals(old)) {
            changed = generator.row(list, number);
        }
        for (String counter : YoumiPlatform.COUNTERS) {
            if (old.has(counter)) {
                changed.set(counter, old.get(counter));
            }
        }
        rows.get(list).put(number, changed);
        return list.keyOf(changed);
    }

    synchronized void edit(YoumiList list, String key, Consumer<ObjectNode> edit) {
        edit.accept(rows.get(list).get(numberOf(list, key)));
    }

    synchronized void deleteAny(YoumiList list) {
        rows.get(list).remove(any(list));
    }

    synchronized void delete(YoumiList list, String key) {
        rows.get(list).remove(numberOf(list, key));
    }

    /** Every account has more friends than before. */
    synchronized void moveCounters() {
        rows.get(YoumiList.WECHAT_ACCOUNTS)
                .values()
                .forEach(account -> YoumiPlatform.COUNTERS.forEach(
                        counter -> account.put(counter, account.path(counter).asInt() + 1 + random.nextInt(9))));
    }

    /** In the form that a reader of the wire gets. */
    synchronized NavigableMap<String, JsonNode> byKey(YoumiList list) {
        NavigableMap<String, JsonNode> byKey = new TreeMap<>();
        rows.get(list)
                .values()
                .forEach(row -> byKey.put(
                        list.keyOf(row), JsonText.read(JsonText.bytes(row)).orElseThrow()));
        return byKey;
    }

    /** Copies of all rows. @param shuffled whether rows and their fields come in an order of their own */
    synchronized List<ObjectNode> all(YoumiList list, boolean shuffled) {
        List<ObjectNode> copies = new ArrayList<>();
        rows.get(list).values().forEach(row -> copies.add(shuffled ? shuffled(row) : row.deepCopy()));
        if (shuffled) {
            Collections.shuffle(copies, new Random(random.nextLong()));
        }
        return copies;
    }

    private ObjectNode shuffled(ObjectNode row) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(row.properties());
        Collections.shuffle(fields, new Random(random.nextLong()));
        ObjectNode copy = JsonText.object();
        fields.forEach(field -> copy.set(field.getKey(), field.getValue().deepCopy()));
        return copy;
    }

    private long any(YoumiList list) {
        List<Long> all = new ArrayList<>(rows.get(list).keySet());
        if (all.isEmpty()) {
            throw new NoSuchElementException("There is no row of " + list.text());
        }
        return all.get(random.nextInt(all.size()));
    }

    private long numberOf(YoumiList list, String key) {
        return rows.get(list).entrySet().stream()
                .filter(entry -> list.keyOf(entry.getValue()).equals(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no row " + key + " of " + list.text()));
    }
}
