package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.reader.snapshot.ListFeed;
import java.util.ArrayList;
import java.util.List;

/** Dashboards, which name their reports: {@code GET /open/dashboard/{dashboardId}/summary}, chapter 获取仪表盘定义. */
record DashboardsFeed(RequestCounter client, List<String> ids) implements ListFeed {

    static final String NAME = "dashboards";

    /** @param reading whose configuration names the dashboards, since nothing lists them */
    static ListFeed of(ListReading reading) {
        return new DashboardsFeed(reading.client(), reading.config().getList(LinkflowListKeys.DASHBOARDS_IDS));
    }

    @Override
    public List<JsonNode> rows() {
        List<JsonNode> rows = new ArrayList<>();
        for (String id : ids) {
            ObjectNode row = client.body(ApiRequest.get(NAME, "/open/dashboard/" + id + "/summary")
                            .expecting(
                                    Expectation.object().rejecting("B00008").namedBy(LinkflowListKeys.DASHBOARDS_IDS)))
                    .deepCopy();
            rows.add(row.put("dashboardId", Long.parseLong(id)));
        }
        return rows;
    }

    @Override
    public long requests() {
        return client.requests();
    }
}
