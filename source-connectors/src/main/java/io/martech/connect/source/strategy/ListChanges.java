package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Position;
import io.martech.connect.source.engine.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What of a list is news.
 *
 * @param rows new or changed, in the list's order; all of them if the position holds only a digest and that differs
 * @param fingerprints of the whole list, or of what has been emitted so far if it is not whole
 * @param isWhole whether nothing is left for another unit
 */
record ListChanges(List<JsonNode> rows, Fingerprints fingerprints, boolean isWhole) {

    static ListChanges between(Position position, List<JsonNode> list, UnaryOperator<JsonNode> fingerprinted) {
        Fingerprints before = Fingerprints.from(position);
        List<JsonNode> news = new ArrayList<>();
        Set<Long> now = new HashSet<>();
        Set<Long> emitted = before.copy();
        for (JsonNode row : list) {
            long fingerprint = Fingerprints.of(fingerprinted.apply(row));
            if (now.add(fingerprint) && !before.contains(fingerprint)) {
                news.add(row);
                if (news.size() <= Unit.MAXIMUM_ROWS) {
                    emitted.add(fingerprint);
                }
            }
        }
        Fingerprints all = new Fingerprints(now);
        if (all.digest().equals(position.text(Fingerprints.DIGEST))) {
            return new ListChanges(List.of(), all, true);
        }
        Fingerprints soFar = new Fingerprints(emitted);
        // A digest cannot tell what is left, so a list that is larger than a position can hold comes as one unit.
        if (news.size() <= Unit.MAXIMUM_ROWS || !soFar.fitsIntoAPosition()) {
            return new ListChanges(news, all, true);
        }
        return new ListChanges(news.subList(0, Unit.MAXIMUM_ROWS), soFar, false);
    }

    Position addTo(Position position) {
        return fingerprints.fitsIntoAPosition() ? fingerprints.addTo(position) : fingerprints.addDigestTo(position);
    }
}
