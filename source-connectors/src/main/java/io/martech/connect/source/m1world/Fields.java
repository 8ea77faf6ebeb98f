package io.martech.connect.source.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.schema.m1world.M1worldSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/** The account's fields: {@code GET /contact/setting} (获取当前账号所有字段列表). All in one answer, in {@code data.setting}. */
final class Fields {

    static final M1worldList LIST =
            new M1worldList("fields", Set.of(), (calls, config) -> rows(calls), M1worldSchemas.FIELD);

    private Fields() {}

    private static List<JsonNode> rows(M1worldCalls calls) {
        ApiRequest request = ApiRequest.get("fields", "/contact/setting").expecting(Expectation.object());
        JsonNode setting = calls.data(request).path("setting");
        if (!setting.isArray()) {
            throw new ConnectException("M1world answered " + request
                    + " (fields) without an array \"setting\" in \"data\". Nothing was skipped; restart the task to try"
                    + " again.");
        }
        List<JsonNode> rows = new ArrayList<>();
        setting.forEach(row -> rows.add(BlankTexts.asNull(row)));
        return rows;
    }
}
