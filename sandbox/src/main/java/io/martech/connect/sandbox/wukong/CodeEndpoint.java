package io.martech.connect.sandbox.wukong;

import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.RequestFields.Place;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import java.util.EnumSet;

/**
 * {@code /oauth/code} (1.1 获取授权码): sends the browser back to {@code redirect_uri} with a {@code code}. The document says POST;
 * a browser that opens the address says GET, and both are served. The account's owner always agrees.
 */
final class CodeEndpoint implements ApiEndpoint {

    private final WukongPlatform platform;

    CodeEndpoint(WukongPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.path().equals("/oauth/code");
    }

    @Override
    public Traffic traffic() {
        return Traffic.TOKEN;
    }

    @Override
    public String countedAs(Request request) {
        return "code";
    }

    @Override
    public Response answer(Request request) {
        RequestFields fields = RequestFields.of(request, EnumSet.of(Place.QUERY, Place.FORM));
        String redirect = fields.get("redirect_uri").orElse("");
        WukongQuirks quirks = platform.quirks();
        boolean isOurs = fields.get("appid")
                .or(() -> fields.get("app_id"))
                .filter(WukongPlatform.APP_ID::equals)
                .isPresent();
        if (!isOurs) {
            throw Answers.refusal(quirks, Codes.CREDENTIALS, "appid错误");
        }
        boolean isRegistered = quirks.registeredRedirect.get() == null
                || quirks.registeredRedirect.get().equals(redirect);
        if (redirect.isEmpty() || !isRegistered) {
            throw Answers.refusal(quirks, Codes.PARAMETER, "redirect_uri错误");
        }
        String mark = redirect.contains("?") ? "&" : "?";
        return Response.empty(302)
                .withHeader(
                        "Location",
                        redirect + mark + "code=" + platform.tokens().newCode());
    }
}
