package io.martech.connect.source.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.source.engine.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What of a list is news.
 *
 * @param rows new or changed, in the list's order; all of them if the position holds only a digest and that differs
 * @param fingerprints of the whole list
 */
record ListChanges(List<JsonNode> rows, Fingerprints fingerprints) {

    static ListChanges between(Position position, List<JsonNode> list, UnaryOperator<JsonNode> fingerprinted) {
        Fingerprints before = Fingerprints.from(position);
        List<JsonNode> news = new ArrayList<>();
        Set<Long> now = new HashSet<>();
        for (JsonNode row : list) {
            long fingerprint = Fingerprints.of(fingerprinted.apply(row));
            if (now.add(fingerprint) && !before.contains(fingerprint)) {
                news.add(row);
            }
        }
        Fingerprints fingerprints = new Fingerprints(now);
        boolean isUnchanged = fingerprints.digest().equals(position.text(Fingerprints.DIGEST));
        return new ListChanges(isUnchanged ? List.of() : news, fingerprints);
    }

    Position addTo(Position position) {
        return fingerprints.fitsIntoAPosition() ? fingerprints.addTo(position) : fingerprints.addDigestTo(position);
    }
}
