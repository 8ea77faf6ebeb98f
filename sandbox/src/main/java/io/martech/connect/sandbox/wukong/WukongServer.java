package io.martech.connect.sandbox.wukong;

import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.ApiServer;
import java.util.List;
import java.util.stream.Stream;

/** The HTTP interface of a {@link WukongPlatform}. */
public final class WukongServer {
    private WukongServer() {}

    /** Starts a server on a free port. Its address is what {@code wukong.url} is set to. */
    public static ApiServer start(WukongPlatform platform) {
        List<ApiEndpoint> endpoints = Stream.of(
                        new Authorization(platform).all(),
                        new LeadCalls(platform).all(),
                        new ImportCalls(platform).all())
                .flatMap(List::stream)
                .toList();
        return ApiServer.start("wukong-sandbox", 0, "", endpoints, platform.conditions());
    }
}
