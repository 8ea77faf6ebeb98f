package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /open/workwechat/{channelId}/qrcodes}: all codes of a channel that exists (500 B00022). */
public final class QrCodesEndpoint implements Endpoint {

    private static final Pattern PATH = Pattern.compile("/open/workwechat/([^/]+)/qrcodes");

    private final LinkflowPlatform platform;

    public QrCodesEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("GET") && PATH.matcher(request.path()).matches();
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "qrcodes";
    }

    @Override
    public Response answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        path.matches();
        return Answers.json(platform.qrCodes()
                .find(path.group(1))
                .orElseThrow(() -> new PlatformRefusal(500, "B00022", "渠道不存在"))
                .rows());
    }
}
