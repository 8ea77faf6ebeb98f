package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;

/** {@code GET /open/folders}: all folders of tags. */
public final class FoldersEndpoint implements Endpoint {

    private final LinkflowPlatform platform;

    public FoldersEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return Parameters.isGet(request, "/open/folders");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "folders";
    }

    @Override
    public Response answer(Request request) {
        return Answers.json(platform.folders().rows());
    }
}
