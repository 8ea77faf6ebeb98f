package io.martech.connect.sandbox.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiServer;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.token.PlainTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The HTTP interface of a {@link YoumiPlatform}. The lists are counted as {@link YoumiList#text()} says. */
public final class YoumiServer {
    /** What stands before every path. */
    private static final String BASE = "/publicapi/v1";

    private static final String ALL = "-1";

    private final YoumiPlatform platform;

    private YoumiServer(YoumiPlatform platform) {
        this.platform = platform;
    }

    /** Starts a server on a free port. Its address is what {@code youmi.url} is set to. */
    public static ApiServer start(YoumiPlatform platform) {
        YoumiServer server = new YoumiServer(platform);
        List<ApiEndpoint> endpoints = new ArrayList<>();
        endpoints.add(ApiEndpoint.of(Traffic.TOKEN, "POST", BASE + "/GetAccessToken", "token", server::issue));
        for (YoumiList list : YoumiList.values()) {
            endpoints.add(ApiEndpoint.reading(
                    list.method(), BASE + list.path(), list.text(), request -> server.list(request, list)));
        }
        return ApiServer.start("youmi-sandbox", 0, BASE, endpoints, platform.conditions());
    }

    private Response issue(Request request) {
        JsonNode body = JsonText.read(request.body()).orElse(JsonText.object());
        if (request.parameter("format").filter("json"::equals).isEmpty() || !body.isObject()) {
            throw Envelope.refusal(200012, "参数错误");
        }
        platform.gate()
                .checkTokenCall(
                        text(body, "AppId"), text(body, "Nonce"), text(body, "Timestamp"), text(body, "Signature"));
        PlainTokens.Token issued = platform.tokens().issue();
        ObjectNode values = JsonText.object();
        values.put("expires_in", issued.expiration().getEpochSecond());
        values.put("access_token", issued.text());
        return Envelope.success(10004, platform.conditions().clock().instant(), values);
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asText("");
    }

    /** All rows of a list that the documented parameters leave, in one answer. */
    private Response list(Request request, YoumiList list) {
        platform.gate().check(request);
        ArrayNode rows = JsonText.array();
        platform.copies(list).stream()
                .filter(row -> isAskedFor(list, request, row) && (isShown(list, row) || isAskedForAlone(request)))
                .forEach(rows::add);
        return Envelope.success(20000, platform.conditions().clock().instant(), rows);
    }

    private boolean isShown(YoumiList list, ObjectNode row) {
        return row.path("ad_wechat_lei").asInt(-2)
                        != platform.quirks().deniedKind.get()
                && !list.keyOf(row).equals(platform.quirks().hiddenInLists.get());
    }

    private static boolean isAskedForAlone(Request request) {
        return request.parameter("ad_staff_code").isPresent()
                || staffCode(request).isPresent();
    }

    private static boolean isAskedFor(YoumiList list, Request request, ObjectNode row) {
        return switch (list) {
            case WECHAT_ACCOUNTS -> is(request.parameter("ad_wechat_lei").orElse("0"), row, "ad_wechat_lei");
            case STAFF ->
                isOrAll(request.parameter("ad_staff_state"), row, "ad_staff_state")
                        && isOrAll(request.parameter("ad_staff_code"), row, "ad_staff_code")
                        && isOrAll(request.parameter("ad_staff_name"), row, "ad_staff_name");
            case LABELS -> isOrAll(request.parameter("categories"), row, "ad_label_id");
            case STAFF_WECHAT_ACCOUNTS -> isOrAll(staffCode(request), row, "ad_staff_code");
            case LABEL_CATEGORIES, AD_GROUPS, CUSTOM_ATTRIBUTES -> true;
        };
    }

    private static Optional<String> staffCode(Request request) {
        return JsonText.read(request.body())
                .map(body -> body.path("ad_staff_code").asText(""))
                .filter(code -> !code.isEmpty());
    }

    private static boolean isOrAll(Optional<String> asked, ObjectNode row, String field) {
        return asked.isEmpty() || asked.get().equals(ALL) || is(asked.get(), row, field);
    }

    private static boolean is(String asked, ObjectNode row, String field) {
        return row.path(field).asText().equals(asked);
    }
}
