package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** {@code POST /openv1/potential} (2.2 获取潜客信息): leads by the date of their creation, without paging. */
final class LeadsEndpoint implements ApiEndpoint {

    private final WukongPlatform platform;
    private final Access access;

    LeadsEndpoint(WukongPlatform platform) {
        this.platform = platform;
        this.access = new Access(platform);
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && request.path().equals("/openv1/potential");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "leads";
    }

    @Override
    public Response answer(Request request) {
        WukongQuirks quirks = platform.quirks();
        RequestFields fields = RequestFields.of(request, quirks.parameterPlaces.get());
        access.check(fields);
        DayFilter days = DayFilter.of(fields, quirks);
        Set<String> lists = access.listsAskedFor(fields);
        List<Lead> found = new ArrayList<>();
        for (Lead lead : platform.leads().all()) {
            long hits = lead.listIds().stream().filter(lists::contains).count();
            if (hits > 0 && days.includes(lead.createdSecond())) {
                found.addAll(Collections.nCopies(quirks.leadRepeatedForEachList.get() ? (int) hits : 1, lead));
            }
        }
        ArrayNode rows = JsonText.array();
        ordered(found).stream().limit(quirks.largestLeadAnswer.get()).forEach(lead -> rows.add(lead.render()));
        return JsonText.answer(rows);
    }

    private List<Lead> ordered(List<Lead> oldestFirst) {
        return switch (platform.quirks().leadOrder.get()) {
            case OLDEST_FIRST -> oldestFirst;
            case NEWEST_FIRST -> {
                Collections.reverse(oldestFirst);
                yield oldestFirst;
            }
            case UNORDERED -> platform.leads().shuffled(oldestFirst);
        };
    }
}
