package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.RequestFields.Place;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code POST /importv1/potential} (2.3 加入悟空潜客), which the later revision calls {@code /openv1/import}: one lead in the
 * parameters of a call, or several in the {@code data} of a JSON body. All of a batch is imported or nothing.
 */
final class ImportEndpoint implements ApiEndpoint {

    private static final List<String> FIELDS = List.of("name", "mobile", "email", "wechat", "qq");

    private final WukongPlatform platform;
    private final Access access;

    ImportEndpoint(WukongPlatform platform) {
        this.platform = platform;
        this.access = new Access(platform);
    }

    @Override
    public boolean matches(Request request) {
        boolean isEarlier = request.path().equals("/importv1/potential")
                && platform.quirks().knows(WukongRevision.V1);
        boolean isLater =
                request.path().equals("/openv1/import") && platform.quirks().knows(WukongRevision.V2);
        return request.method().equals("POST") && (isEarlier || isLater);
    }

    @Override
    public Traffic traffic() {
        return Traffic.WRITE;
    }

    @Override
    public String countedAs(Request request) {
        return "import";
    }

    @Override
    public List<String> persons(Request request) {
        List<String> mobiles = new ArrayList<>();
        JsonText.read(request.body())
                .ifPresent(body -> body.path("data").findValuesAsText("mobile").forEach(mobiles::add));
        return mobiles;
    }

    @Override
    public Response answer(Request request) {
        boolean isJson = request.header("Content-Type").orElse("").startsWith("application/json");
        RequestFields fields = isJson
                ? RequestFields.of(request, Place.JSON)
                : RequestFields.of(request, platform.quirks().parameterPlaces.get());
        access.check(fields);
        String uid = fields.get("wk_uid").orElseThrow(() -> refusal(Codes.PARAMETER, "缺少wk_uid"));
        access.checkUser(uid);
        List<Map<String, String>> rows = fields.has("data") ? batch(request) : List.of(single(fields));
        rows.forEach(this::check);
        if (rows.size() > platform.quirks().largestImport.get()) {
            throw refusal(Codes.BATCH_TOO_LARGE, "单次导入数量超过限制");
        }
        platform.imports().add(request.path(), uid, rows, platform.clock().instant());
        return Answers.success();
    }

    private List<Map<String, String>> batch(Request request) {
        JsonNode data = JsonText.read(request.body()).orElseThrow().path("data");
        if (!data.isArray() || data.isEmpty()) {
            throw refusal(Codes.PARAMETER, "data格式错误");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode row : data) {
            if (!row.isObject()) {
                throw refusal(Codes.PARAMETER, "data格式错误");
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
            throw refusal(Codes.PARAMETER, "缺少姓名、手机号、邮箱、微信、QQ");
        }
        if (row.values().stream().anyMatch(value -> value.contains(WukongQuirks.REFUSAL_MARKER))) {
            throw refusal(Codes.PARAMETER, "字段内容不合法");
        }
    }

    private ApiRefusal refusal(String code, String message) {
        return Answers.refusal(platform.quirks(), code, message);
    }
}
