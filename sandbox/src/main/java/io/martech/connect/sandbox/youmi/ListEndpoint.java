package io.martech.connect.sandbox.youmi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import java.util.Optional;

/** One of the lists: all its rows that the documented parameters leave, in one answer. */
final class ListEndpoint implements ApiEndpoint {

    private static final String ALL = "-1";

    private final YoumiPlatform platform;
    private final YoumiList list;

    ListEndpoint(YoumiPlatform platform, YoumiList list) {
        this.platform = platform;
        this.list = list;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals(list.method()) && request.path().equals(YoumiServer.BASE + list.path());
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return list.text();
    }

    @Override
    public Response answer(Request request) {
        platform.gate().check(request);
        ArrayNode rows = JsonText.array();
        platform.tables().all(list, platform.quirks().shuffling.get()).stream()
                .filter(row -> isAskedFor(request, row) && (isShown(row) || isAskedForAlone(request)))
                .forEach(rows::add);
        return Envelope.success(20000, platform.clock().instant(), rows);
    }

    private boolean isShown(ObjectNode row) {
        return row.path("ad_wechat_lei").asInt(-2)
                        != platform.quirks().deniedKind.get()
                && !list.keyOf(row).equals(platform.quirks().hiddenInLists.get());
    }

    private static boolean isAskedForAlone(Request request) {
        return request.parameter("ad_staff_code").isPresent()
                || staffCode(request).isPresent();
    }

    private boolean isAskedFor(Request request, ObjectNode row) {
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
