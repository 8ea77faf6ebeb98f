package io.martech.connect.sandbox.wukong;

import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;

/** Answers in the platform's forms. The documents name no code but that of success: those of refusals are invented. */
final class Answers {
    static final String CREDENTIALS = "40013";
    static final String CODE = "40029";
    static final String REFRESH_TOKEN = "40030";
    static final String TOO_MANY_TOKEN_CALLS = "45009";
    static final String PARAMETER = "40035";
    static final String UNKNOWN_USER_OR_LIST = "46004";
    static final String BATCH_TOO_LARGE = "45008";

    private Answers() {}

    /** {@code {"errcode":"100","errmsg":"success"}} is documented for imports. */
    static Response envelope(int status, String code, String message) {
        return Response.json(
                status, JsonText.bytes(JsonText.object().put("errcode", code).put("errmsg", message)));
    }

    static ApiRefusal refusal(WukongQuirks quirks, String code, String message) {
        return new ApiRefusal(envelope(quirks.errorStatus.get(), code, message), code + " " + message);
    }
}
