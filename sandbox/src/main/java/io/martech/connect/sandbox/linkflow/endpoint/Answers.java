package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks.TokenRefusal;
import io.martech.connect.sandbox.linkflow.model.Row;
import java.util.List;
import java.util.function.Function;

/** Answers in the platform's forms. */
public final class Answers {

    private Answers() {}

    public static Response json(Object value) {
        return Response.json(200, Json.bytes(value));
    }

    static Response rows(List<Row> rows, Function<Row, ObjectNode> form) {
        ArrayNode list = Json.nodes().arrayNode(rows.size());
        rows.forEach(row -> list.add(form.apply(row)));
        return json(list);
    }

    public static Response error(int status, String code, String message) {
        ObjectNode envelope = Json.object();
        envelope.put("domain", "linkflow");
        envelope.put("code", code);
        envelope.put("message", message);
        return Response.json(status, Json.bytes(envelope));
    }

    public static Response tokenRefusal(LinkflowQuirks quirks) {
        TokenRefusal refusal = quirks.tokenRefusal.get();
        return refusal.code() == null
                ? Response.text(refusal.status(), "Unauthorized")
                : error(refusal.status(), refusal.code(), "token不存在或已过期");
    }
}
