package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;

/** {@code GET /v1/tags}: tags by ascending id, pages from 0, at most 200 each (else 500 B00010). */
public final class TagListEndpoint implements Endpoint {

    private static final int LARGEST_PAGE = 200;

    private final LinkflowPlatform platform;

    public TagListEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return Parameters.isGet(request, "/v1/tags");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "tags.list";
    }

    @Override
    public Response answer(Request request) {
        long page = Parameters.requiredNumber(request, "page");
        long size = Parameters.requiredNumber(request, "size");
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw PlatformRefusal.illegalParameter("page [" + page + "], size [" + size + "]");
        }
        long served = Math.min(size, platform.quirks().tags.largestPage.get());
        PlatformTime time = platform.quirks().time();
        ArrayNode rows = Json.nodes().arrayNode();
        platform.tags().listed().stream().skip(page * served).limit(served).forEach(tag -> rows.add(tag.render(time)));
        return Answers.json(rows);
    }
}
