package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.RequestFields.Place;
import io.martech.connect.sandbox.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 2.3 加入悟空潜客: one lead in the parameters of a call, or several in the {@code data} of a JSON body. All of a batch is imported or
 * nothing.
 */
final class ImportCalls {
    private static final List<String> FIELDS = List.of("name", "mobile", "email", "wechat", "qq");

    private final WukongPlatform platform;

    ImportCalls(WukongPlatform platform) {
        this.platform = platform;
    }

    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.writing("POST", "/importv1/potential", "import", this::importLeads)
                        .about(ImportCalls::mobiles)
                        .when(request -> platform.quirks().knows(WukongRevision.V1)),
                ApiEndpoint.writing("POST", "/openv1/import", "import", this::importLeads)
                        .about(ImportCalls::mobiles)
                        .when(request -> platform.quirks().knows(WukongRevision.V2)));
    }

    private static List<String> mobiles(Request request) {
        return JsonText.read(request.body())
                .map(body -> body.path("data").findValuesAsText("mobile"))
                .orElse(List.of());
    }

    private Response importLeads(Request request) {
        boolean isJson = request.header("Content-Type").orElse("").startsWith("application/json");
        RequestFields fields = isJson
                ? RequestFields.of(request, Place.JSON)
                : RequestFields.of(request, platform.quirks().parameterPlaces.get());
        platform.checkToken(fields);
        String uid = fields.get("wk_uid").orElseThrow(() -> refusal(Answers.PARAMETER, "缺少wk_uid"));
        if (platform.leads().listIds(list -> list.uid().equals(uid)).isEmpty()) {
            throw refusal(Answers.UNKNOWN_USER_OR_LIST, "wk_uid不存在: " + uid);
        }
        List<Map<String, String>> rows = fields.has("data") ? batch(request) : List.of(single(fields));
        rows.forEach(this::check);
        if (rows.size() > platform.quirks().largestImport.get()) {
            throw refusal(Answers.BATCH_TOO_LARGE, "单次导入数量超过限制");
        }
        platform.noteImport(request.path(), uid, rows);
        return Answers.envelope(200, "100", "success");
    }

    private List<Map<String, String>> batch(Request request) {
        JsonNode data = JsonText.read(request.body()).orElseThrow().path("data");
        if (!data.isArray() || data.isEmpty()) {
            throw refusal(Answers.PARAMETER, "data格式错误");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode row : data) {
            if (!row.isObject()) {
                throw refusal(Answers.PARAMETER, "data格式错误");
            }
            Map<String, String> fields = new TreeMap<>();
            row.fields().forEachRemaining(field -> {
                if (!field.getValue().isNull()) {
                    fields.put(field.getKey(), field.getValue().asText());
                }
            });
            rows.add(fields);
        }
        return rows;
    }

    private static Map<String, String> single(RequestFields fields) {
        Map<String, String> row = new TreeMap<>(fields.values());
        row.remove("access_token");
        row.remove("wk_uid");
        return row;
    }

    private void check(Map<String, String> row) {
        if (FIELDS.stream().allMatch(name -> row.getOrDefault(name, "").isBlank())) {
            throw refusal(Answers.PARAMETER, "缺少姓名、手机号、邮箱、微信、QQ");
        }
        if (row.values().stream().anyMatch(value -> value.contains(WukongQuirks.REFUSAL_MARKER))) {
            throw refusal(Answers.PARAMETER, "字段内容不合法");
        }
    }

    private ApiRefusal refusal(String code, String message) {
        return Answers.refusal(platform.quirks(), code, message);
    }
}
