package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTagExports;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /v1/tags/tagkeys/{tagKey}/export} (生成用户标签值文件), {@code GET /v1/tags/tagkeys/export/{taskId}}
 * (获取用户标签值文件下载地址), and the files.
 */
public final class TagExportEndpoint implements Endpoint {

    private static final Pattern BEGIN = Pattern.compile("/v1/tags/tagkeys/([^/]+)/export");
    private static final Pattern LOOK = Pattern.compile("/v1/tags/tagkeys/export/(\\d+)");
    private static final Pattern FILE = Pattern.compile(LinkflowTagExports.FILES + "(\\d+)\\.csv");

    private final LinkflowPlatform platform;
    private final String method;
    private final Pattern path;
    private final String countedAs;

    private TagExportEndpoint(LinkflowPlatform platform, String method, Pattern path, String countedAs) {
        this.platform = platform;
        this.method = method;
        this.path = path;
        this.countedAs = countedAs;
    }

    public static TagExportEndpoint begin(LinkflowPlatform platform) {
        return new TagExportEndpoint(platform, "POST", BEGIN, "tags.export.begin");
    }

    public static TagExportEndpoint look(LinkflowPlatform platform) {
        return new TagExportEndpoint(platform, "GET", LOOK, "tags.export.look");
    }

    public static TagExportEndpoint file(LinkflowPlatform platform) {
        return new TagExportEndpoint(platform, "GET", FILE, "tags.export.file");
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals(method) && path.matcher(request.path()).matches();
    }

    /** Asking for a file changes nothing that anybody else sees. */
    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return countedAs;
    }

    @Override
    public Response answer(Request request) {
        Matcher matcher = path.matcher(request.path());
        matcher.matches();
        String name = matcher.group(1);
        if (path == BEGIN) {
            return begin(name, request);
        }
        long id = Parameters.number("id", name);
        return path == LOOK ? look(id, request) : file(id);
    }

    private Response begin(String tagKey, Request request) {
        JsonNode body = Json.parse(request.body());
        String identityType = body.path("identityType").asText("");
        if (identityType.isEmpty()
                || (identityType.equals("externalId")
                        && body.path("channelId").asText("").isEmpty())) {
            throw new PlatformRefusal(500, "B00002", "必填参数为空");
        }
        return Answers.json(platform.tagExports().begin(tagKey));
    }

    private Response look(long id, Request request) {
        return Answers.json(platform.tagExports()
                .look(id, request.header("Host").orElseThrow())
                .orElseThrow(() -> noSuch(id)));
    }

    private Response file(long id) {
        byte[] content = platform.tagExports().file(id).orElseThrow(() -> noSuch(id));
        return new Response(200, Map.of("Content-Type", "text/csv"), content);
    }

    private static PlatformRefusal noSuch(long id) {
        return new PlatformRefusal(404, "B00008", "No [id] found [" + id + "]");
    }
}
