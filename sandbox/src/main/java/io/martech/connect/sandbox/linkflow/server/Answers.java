package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks.TokenRefusal;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import io.martech.connect.sandbox.linkflow.model.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Answers in the platform's forms. */
final class Answers {
    private Answers() {}

    static Response rows(List<Row> rows, Function<Row, ObjectNode> form) {
        ArrayNode list = JsonText.array();
        rows.forEach(row -> list.add(form.apply(row)));
        return JsonText.answer(list);
    }

    /** A page cut out of a list. @param index of the page, from 0 */
    static <T> List<T> page(List<T> rows, long index, int size) {
        long first = Math.min(index * size, rows.size());
        return rows.subList((int) first, (int) Math.min(first + size, rows.size()));
    }

    /** What a write that says nothing of its effect is answered. */
    static Response written(LinkflowQuirks quirks) {
        String answer = quirks.writeAnswer.get();
        return answer.isEmpty() ? Response.empty(200) : Response.json(200, answer.getBytes(StandardCharsets.UTF_8));
    }

    static ApiRefusal tokenRefusal(LinkflowQuirks quirks) {
        TokenRefusal refusal = quirks.tokenRefusal.get();
        Response answer = refusal.code() == null
                ? Response.text(refusal.status(), "Unauthorized")
                : Refusals.envelope(refusal.status(), refusal.code(), "token不存在或已过期");
        return new ApiRefusal(answer, "token");
    }
}
