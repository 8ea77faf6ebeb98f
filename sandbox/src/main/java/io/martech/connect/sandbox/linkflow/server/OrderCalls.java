package io.martech.connect.sandbox.linkflow.server;

import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import io.martech.connect.sandbox.linkflow.model.Row;
import java.util.List;

/** {@code GET /open/orders} in its two modes. */
final class OrderCalls {
    private static final String PATH = "/open/orders";

    private final LinkflowPlatform platform;

    OrderCalls(LinkflowPlatform platform) {
        this.platform = platform;
    }

    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.reading("GET", PATH, "orders.cursor", this::aboveCursor)
                        .when(request -> request.parameter("lastMaxId").isPresent()),
                ApiEndpoint.reading("GET", PATH, "orders.window", this::inWindow));
    }

    /** With {@code lastMaxId}: the orders above that id, ascending. */
    private Response aboveCursor(Request request) {
        LinkflowQuirks quirks = platform.quirks();
        long lastMaxId = Parameters.requiredNumber(request, "lastMaxId");
        List<Row> rows = platform.orders().table().above(lastMaxId, quirks.cursorPageSize.get(), row -> true);
        return Answers.rows(rows, row -> row.render(quirks.time()));
    }

    /**
     * With {@code startTime}, {@code endTime}, {@code page}: the orders updated in {@code [startTime, endTime)}, pages from 1 and no
     * further than page 100 (500 B00093).
     */
    private Response inWindow(Request request) {
        LinkflowQuirks quirks = platform.quirks();
        PlatformTime time = quirks.time();
        long from = time.parse("startTime", Parameters.required(request, "startTime"));
        long to = time.parse("endTime", Parameters.required(request, "endTime"));
        long page = Parameters.number(request, "page", 1);
        if (page < 1) {
            throw Refusals.illegalParameter("page [" + page + "]");
        }
        if (page > quirks.windowPageLimit.get()) {
            throw Refusals.of(500, "B00093", "超过最大页数");
        }
        List<Row> rows = platform.orders().table().updatedBetween(from, to, quirks.windowOrder.get(), row -> true);
        return Answers.rows(Answers.page(rows, page - 1, quirks.windowPageSize.get()), row -> row.render(time));
    }
}
