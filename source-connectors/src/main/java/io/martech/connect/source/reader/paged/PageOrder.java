package io.martech.connect.source.reader.paged;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order in which a platform lists its rows, as far as the pages so far show: several may still be possible, or none.
 * It is undocumented.
 */
public record PageOrder(Set<Kind> possible) {

    /** An order that can be relied upon while rows are added and deleted. */
    enum Kind {
        /** Ascending ids: new rows come last. */
        ASCENDING,
        /** Descending ids: new rows come first. */
        DESCENDING,
        /** The most recently changed row comes first. */
        CHANGED_FIRST
    }

    private static final String UNKNOWN = "unknown";

    public PageOrder {
        possible = possible.isEmpty() ? Set.of() : Set.copyOf(possible);
    }

    /** Before any page was read. */
    static PageOrder any() {
        return new PageOrder(EnumSet.allOf(Kind.class));
    }

    /** @param text a result of {@link #text}; null if no page was read */
    public static PageOrder parse(String text) {
        if (text == null) {
            return any();
        }
        if (text.equals(UNKNOWN)) {
            return new PageOrder(Set.of());
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String kind : text.split(",")) {
            kinds.add(Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)));
        }
        return new PageOrder(kinds);
    }

    String text() {
        return possible.isEmpty()
                ? UNKNOWN
                : possible.stream()
                        .sorted()
                        .map(kind -> kind.name().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(","));
    }

    /**
     * The orders that are still possible after that page.
     *
     * @param rows in the order of the page
     */
    PageOrder after(List<JsonNode> rows, SortKeys keys) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(possible);
        for (int i = 1; i < rows.size(); i++) {
            kinds.retainAll(between(rows.get(i - 1), rows.get(i), keys));
        }
        return new PageOrder(kinds);
    }

    private static List<Kind> between(JsonNode row, JsonNode next, SortKeys keys) {
        List<Kind> kinds = new ArrayList<>();
        if (keys.idOf(row) != keys.idOf(next)) {
            kinds.add(keys.idOf(row) < keys.idOf(next) ? Kind.ASCENDING : Kind.DESCENDING);
        }
        if (keys.updatedAt(row) >= keys.updatedAt(next)) {
            kinds.add(Kind.CHANGED_FIRST);
        }
        return kinds;
    }

    /** New rows come last, and only there: no other order is possible. */
    boolean isAscending() {
        return possible.contains(Kind.ASCENDING);
    }

    /** New rows come first. */
    boolean isNewestFirst() {
        return !isAscending() && !possible.isEmpty();
    }

    boolean isUnknown() {
        return possible.isEmpty();
    }
}
