package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST /v1/tags/tagkeys/{tagKey}/calculate} (发起计算用户标签值任务): begins a calculation and answers nothing; no call tells how it
 * goes on. One at a time (500 B01152), of a tag that is in use (500 B01165).
 */
public final class TagCalculationEndpoint implements Endpoint {

    private static final Pattern PATH = Pattern.compile("/v1/tags/tagkeys/([^/]+)/calculate");

    private final LinkflowPlatform platform;

    public TagCalculationEndpoint(LinkflowPlatform platform) {
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
        return "tags.calculate";
    }

    @Override
    public List<String> persons(Request request) {
        return List.of("tag:" + tagKey(request));
    }

    @Override
    public Response answer(Request request) {
        platform.tagFiles().calculate(tagKey(request));
        return Response.empty(200);
    }

    private static String tagKey(Request request) {
        Matcher path = PATH.matcher(request.path());
        path.matches();
        return path.group(1);
    }
}
