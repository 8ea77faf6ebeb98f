package io.martech.connect.sink.linkflow.tagfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a batch has been calculated, by tag and person: if the batch is refused because of one tag, its halves need not write the
 * others again. Holds the line of a person that was calculated last. For one thread at a time.
 */
final class CalculatedLines {

    private final Map<String, Map<Object, TagLine>> byTag = new HashMap<>();

    /** Those of the tag's lines that do not stand as they are. */
    List<TagLine> missing(String tagKey, List<TagLine> lines) {
        Map<Object, TagLine> known = byTag.getOrDefault(tagKey, Map.of());
        return lines.stream()
                .filter(line -> !line.equals(known.get(line.identity().conflictKey())))
                .toList();
    }

    /** From now on it is open which line counts. */
    void replacing(String tagKey, List<TagLine> lines) {
        Map<Object, TagLine> known = byTag.computeIfAbsent(tagKey, tag -> new HashMap<>());
        lines.forEach(line -> known.remove(line.identity().conflictKey()));
    }

    void add(String tagKey, List<TagLine> lines) {
        Map<Object, TagLine> known = byTag.computeIfAbsent(tagKey, tag -> new HashMap<>());
        lines.forEach(line -> known.put(line.identity().conflictKey(), line));
    }

    void clear() {
        byTag.clear();
    }
}
