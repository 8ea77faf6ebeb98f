package io.martech.connect.sandbox.linkflow.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** The fields that the platform keeps itself in every row: times, version, id. */
public final class RowHeader {

    private static final Set<String> NAMES = Set.of("dateCreated", "lastUpdated", "ver", "id");

    private RowHeader() {}

    static boolean owns(String field) {
        return NAMES.contains(field);
    }

    /** Writes them in the order of the document's orders. */
    public static void write(ObjectNode target, Row row, PlatformTime time) {
        target.set("dateCreated", time.ofRow(row.id(), row.createdSecond()));
        target.set("lastUpdated", row.hasUpdateTime() ? time.ofRow(row.id(), row.updatedSecond()) : null);
        if (row.hasVersion()) {
            target.put("ver", row.version());
        } else {
            target.putNull("ver");
        }
        target.put("id", row.id());
    }
}
