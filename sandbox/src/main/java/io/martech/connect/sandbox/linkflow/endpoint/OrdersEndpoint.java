package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Page;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Row;
import java.util.List;

/**
 * {@code GET /open/orders} in its two modes. With {@code lastMaxId}: the orders above that id, ascending. With
 * {@code startTime}, {@code endTime}, {@code page}: the orders updated in {@code [startTime, endTime)}, pages from 1 and no
 * further than page 100 (500 B00093).
 */
public final class OrdersEndpoint implements Endpoint {

    private final LinkflowPlatform platform;

    public OrdersEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return Parameters.isGet(request, "/open/orders");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return hasCursor(request) ? "orders.cursor" : "orders.window";
    }

    @Override
    public Response answer(Request request) {
        PlatformTime time = platform.quirks().time();
        return Answers.rows(
                hasCursor(request) ? aboveCursor(request) : inWindow(request, time), row -> row.render(time));
    }

    private List<Row> aboveCursor(Request request) {
        long lastMaxId = Parameters.requiredNumber(request, "lastMaxId");
        return platform.orders()
                .table()
                .above(lastMaxId, platform.quirks().cursorPageSize.get(), row -> true);
    }

    private List<Row> inWindow(Request request, PlatformTime time) {
        LinkflowQuirks quirks = platform.quirks();
        long from = time.parse("startTime", Parameters.required(request, "startTime"));
        long to = time.parse("endTime", Parameters.required(request, "endTime"));
        long page = Parameters.number(request, "page", 1);
        if (page < 1) {
            throw PlatformRefusal.illegalParameter("page [" + page + "]");
        }
        if (page > quirks.windowPageLimit.get()) {
            throw new PlatformRefusal(500, "B00093", "超过最大页数");
        }
        List<Row> rows = platform.orders().table().updatedBetween(from, to, quirks.windowOrder.get(), row -> true);
        return Page.of(rows, page - 1, quirks.windowPageSize.get());
    }

    private static boolean hasCursor(Request request) {
        return request.parameter("lastMaxId").isPresent();
    }
}
