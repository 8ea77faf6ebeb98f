package io.martech.connect.sandbox.linkflow.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.model.Refusals;

/** Refuses data that carries a mark, so that tests can say which records the platform does not want. */
final class RefusalMarker {

    private RefusalMarker() {}

    /** Looks for the mark in the data, in its {@code props}, and in the lines of an order. @throws ApiRefusal if found */
    static void check(String field, JsonNode data) {
        refuseIfMarked(data.path(field));
        refuseIfMarked(data.path("props").path(field));
        for (JsonNode line : data.path("lines")) {
            check(field, line);
        }
    }

    private static void refuseIfMarked(JsonNode mark) {
        if (mark.isMissingNode()
                || mark.isNull()
                || mark.equals(JsonText.nodes().booleanNode(false))) {
            return;
        }
        String code = mark.asText().startsWith("B") ? mark.asText() : "B00010";
        throw Refusals.of(500, code, "参数不合法: " + mark);
    }
}
