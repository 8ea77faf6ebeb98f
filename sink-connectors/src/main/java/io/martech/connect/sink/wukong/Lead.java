package io.martech.connect.sink.wukong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A lead to import.
 *
 * @param uid the user that it is assigned to
 * @param fields its fields; none is blank
 */
record Lead(String uid, Map<String, String> fields) {

    /** All fields that can be imported (wukong.md, 2.3). */
    static final List<String> FIELDS = List.of("name", "mobile", "email", "wechat", "qq");

    Lead {
        fields = new LinkedHashMap<>(fields);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        fields.forEach(json::put);
        return json;
    }

    /** The names of its fields, never their values, which are personal data. */
    @Override
    public String toString() {
        return "Lead" + fields.keySet();
    }
}
