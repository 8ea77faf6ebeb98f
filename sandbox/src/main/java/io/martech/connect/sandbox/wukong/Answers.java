package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;

/** Answers in the platform's forms. */
final class Answers {

    private Answers() {}

    /** {@code {"errcode":"100","errmsg":"success"}}, as documented for imports. */
    static Response success() {
        return envelope(200, "100", "success");
    }

    static Response envelope(int status, String code, String message) {
        ObjectNode envelope = JsonText.object();
        envelope.put("errcode", code);
        envelope.put("errmsg", message);
        return Response.json(status, JsonText.bytes(envelope));
    }

    static ApiRefusal refusal(WukongQuirks quirks, String code, String message) {
        return new ApiRefusal(envelope(quirks.errorStatus.get(), code, message), code + " " + message);
    }
}
