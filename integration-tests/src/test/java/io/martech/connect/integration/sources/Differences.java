package io.martech.connect.integration.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What differs between two sets of rows, short enough to be read. */
public final class Differences {

    private Differences() {}

    /** One line per row that only one side has, and per field that differs; empty if the two are equal. */
    public static List<String> between(Map<?, Map<String, Object>> actual, Map<?, Map<String, Object>> expected) {
        List<String> differences = new ArrayList<>();
        TreeSet<Object> keys = new TreeSet<>(actual.keySet());
        keys.addAll(expected.keySet());
        for (Object key : keys) {
            if (!actual.containsKey(key)) {
                differences.add(key + " is missing");
            } else if (!expected.containsKey(key)) {
                differences.add(key + " should not be there");
            } else {
                addFields(differences, key, actual.get(key), expected.get(key));
            }
        }
        return differences;
    }

    private static void addFields(
            List<String> differences, Object key, Map<String, Object> actual, Map<String, Object> expected) {
        TreeSet<String> names = new TreeSet<>(actual.keySet());
        names.addAll(expected.keySet());
        for (String name : names) {
            if (!Objects.equals(actual.get(name), expected.get(name))) {
                differences.add(key + "." + name + " is " + actual.get(name) + " instead of " + expected.get(name));
            }
        }
    }
}
