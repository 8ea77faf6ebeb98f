package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /open/dim/{dimensionId}/data} (维度表数据上传): a list of rows for the table with that alias; all or none. */
public final class DimensionEndpoint implements Endpoint {

    private static final Pattern PATH = Pattern.compile("/open/dim/([^/]+)/data");

    private final LinkflowPlatform platform;

    public DimensionEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && PATH.matcher(request.path()).matches();
    }

    @Override
    public Traffic traffic() {
        return Traffic.WRITE;
    }

    @Override
    public String countedAs(Request request) {
        return "dim.data";
    }

    @Override
    public List<String> persons(Request request) {
        try {
            return platform.dimensions().keysOf(alias(request), Json.parse(request.body()));
        } catch (PlatformRefusal unreadable) {
            return List.of();
        }
    }

    @Override
    public Response answer(Request request) {
        JsonNode rows = Json.parse(request.body());
        if (!rows.isArray() || rows.isEmpty()) {
            throw PlatformRefusal.illegalParameter("rows");
        }
        platform.dimensions().upload(alias(request), rows);
        String answer = platform.quirks().writeAnswer.get();
        return answer.isEmpty() ? Response.empty(200) : Response.json(200, answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String alias(Request request) {
        Matcher path = PATH.matcher(request.path());
        return path.matches() ? path.group(1) : "";
    }
}
