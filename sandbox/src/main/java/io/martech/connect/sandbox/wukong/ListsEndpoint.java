package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import java.util.Set;

/** {@code POST /openv1/list} (2.1 获取潜客列表), which the later revision calls {@code /openv1/lists}. */
final class ListsEndpoint implements ApiEndpoint {

    private final WukongPlatform platform;
    private final Access access;

    ListsEndpoint(WukongPlatform platform) {
        this.platform = platform;
        this.access = new Access(platform);
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST")
                && (isAt(request, "/openv1/list", WukongRevision.V1)
                        || isAt(request, "/openv1/lists", WukongRevision.V2));
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "lists";
    }

    @Override
    public Response answer(Request request) {
        RequestFields fields =
                RequestFields.of(request, platform.quirks().parameterPlaces.get());
        access.check(fields);
        DayFilter days = DayFilter.of(fields, platform.quirks());
        Set<String> ids = access.listsAskedFor(fields);
        ArrayNode rows = JsonText.array();
        platform.leads().lists().stream()
                .filter(list -> ids.contains(list.id()) && days.includes(list.createdSecond()))
                .forEach(list -> rows.add(list.render()));
        return JsonText.answer(rows);
    }

    private boolean isAt(Request request, String path, WukongRevision revision) {
        return request.path().equals(path) && platform.quirks().knows(revision);
    }
}
