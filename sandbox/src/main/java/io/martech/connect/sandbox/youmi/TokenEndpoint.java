package io.martech.connect.sandbox.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;

/** {@code POST /GetAccessToken?format=json}. */
final class TokenEndpoint implements ApiEndpoint {

    private final YoumiPlatform platform;

    TokenEndpoint(YoumiPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && request.path().equals(YoumiServer.BASE + "/GetAccessToken");
    }

    @Override
    public Traffic traffic() {
        return Traffic.TOKEN;
    }

    @Override
    public String countedAs(Request request) {
        return "token";
    }

    @Override
    public Response answer(Request request) {
        JsonNode body = JsonText.read(request.body()).orElse(JsonText.object());
        if (!request.parameter("format").filter("json"::equals).isPresent() || !body.isObject()) {
            throw Envelope.refusal(200012, "参数错误");
        }
        platform.gate()
                .checkTokenCall(
                        text(body, "AppId"), text(body, "Nonce"), text(body, "Timestamp"), text(body, "Signature"));
        Tokens.Issued issued = platform.tokens().issue();
        ObjectNode values = JsonText.object();
        values.put("expires_in", issued.end().getEpochSecond());
        values.put("access_token", issued.token());
        return Envelope.success(10004, platform.clock().instant(), values);
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).asText("");
    }
}
