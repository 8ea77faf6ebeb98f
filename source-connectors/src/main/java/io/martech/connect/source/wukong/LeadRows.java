package io.martech.connect.source.wukong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The leads of one day, returned by one or several requests: one row per {@code c_id}, which contains the lists and
 * users that it was found with. The platform joins several values of a lead with commas, with a comma in front and
 * behind, and {@code "0"} means none; they are also added as arrays, next to the raw text.
 */
final class LeadRows {

    static final String LIST_IDS = "list_ids";
    static final String WK_UIDS = "wk_uids";

    private static final String NONE = "0";
    private static final Map<String, String> SPLIT = Map.of("name", "names", "mobile", "mobiles", "email", "emails");

    private final LocalDate day;
    private final Map<String, ObjectNode> rows = new LinkedHashMap<>();

    /** Emitted unchanged, since they cannot be converted to records. */
    private final Set<JsonNode> withoutId = new LinkedHashSet<>();

    private final Map<String, Set<String>> foundWith = new LinkedHashMap<>();

    LeadRows(LocalDate day) {
        this.day = day;
    }

    /** @param filter the requested value of {@code list_id} or {@code wk_uid}, or null for all */
    void add(JsonNode lead, String filter) {
        if (!lead.hasNonNull("c_id")) {
            withoutId.add(lead);
            return;
        }
        String id = lead.path("c_id").asText();
        rows.put(id, enriched(lead));
        Set<String> filters = foundWith.computeIfAbsent(id, key -> new TreeSet<>());
        if (filter != null) {
            filters.add(filter);
        }
    }

    int size() {
        return rows.size();
    }

    /** For a single request for all leads, which does not reveal the lists or users. */
    List<JsonNode> rows() {
        return all();
    }

    /** @param field {@link #LIST_IDS} or {@link #WK_UIDS}, depending on the filter of the requests */
    List<JsonNode> rows(String field) {
        rows.forEach((id, row) -> {
            ArrayNode filters = row.putArray(field);
            foundWith.get(id).forEach(filters::add);
        });
        return all();
    }

    /** The part by which a change of a lead is detected: a lead in two lists must not appear changed at every poll. */
    static JsonNode fingerprinted(JsonNode row) {
        if (!row.isObject()) {
            return row;
        }
        ObjectNode copy = row.deepCopy();
        copy.remove(List.of(LIST_IDS, WK_UIDS));
        return copy;
    }

    private List<JsonNode> all() {
        return Stream.concat(rows.values().stream(), withoutId.stream()).toList();
    }

    private ObjectNode enriched(JsonNode lead) {
        ObjectNode row = lead.deepCopy();
        SPLIT.forEach((raw, split) -> {
            ArrayNode values = row.putArray(split);
            for (String value : lead.path(raw).asText("").split(",")) {
                if (!value.isBlank() && !NONE.equals(value.strip())) {
                    values.add(value.strip());
                }
            }
        });
        row.put("create_at", day.toString());
        return row;
    }
}
