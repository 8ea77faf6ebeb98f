package io.martech.connect.source.reader.emitted;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Chunk;
import io.martech.connect.source.engine.Cursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What of a list is news.
 *
 * @param rows new or changed, in the list's order; all of them if the cursor holds only a digest and that differs
 * @param fingerprints of the whole list, or of what has been emitted so far if it is not whole
 * @param isWhole whether nothing is left for another chunk
 */
public record ListChanges(List<JsonNode> rows, Fingerprints fingerprints, boolean isWhole) {

    public static ListChanges between(Cursor cursor, List<JsonNode> list, UnaryOperator<JsonNode> fingerprinted) {
        Fingerprints before = Fingerprints.from(cursor);
        List<JsonNode> news = new ArrayList<>();
        Set<Long> now = new HashSet<>();
        Set<Long> emitted = before.copy();
        for (JsonNode row : list) {
            long fingerprint = Fingerprints.of(fingerprinted.apply(row));
            if (now.add(fingerprint) && !before.contains(fingerprint)) {
                news.add(row);
                if (news.size() <= Chunk.MAXIMUM_ROWS) {
                    emitted.add(fingerprint);
                }
            }
        }
        Fingerprints all = new Fingerprints(now);
        if (all.digest().equals(cursor.text(Fingerprints.DIGEST))) {
            return new ListChanges(List.of(), all, true);
        }
        Fingerprints soFar = new Fingerprints(emitted);
        // A digest cannot tell what is left, so a list that is larger than a cursor can hold comes as one chunk.
        if (news.size() <= Chunk.MAXIMUM_ROWS || !soFar.fitsIntoACursor()) {
            return new ListChanges(news, all, true);
        }
        return new ListChanges(news.subList(0, Chunk.MAXIMUM_ROWS), soFar, false);
    }

    public Cursor addTo(Cursor cursor) {
        return fingerprints.fitsIntoACursor() ? fingerprints.addTo(cursor) : fingerprints.addDigestTo(cursor);
    }
}
