package io.martech.connect.sandbox.linkflow.model;

import io.martech.connect.sandbox.http.ApiRefusal;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;

/** Business errors: a request is answered with a status and the envelope {@code {"domain","code","message"}}. */
public final class Refusals {
    private Refusals() {}

    public static Response envelope(int status, String code, String message) {
        return Response.json(
                status,
                JsonText.bytes(JsonText.object()
                        .put("domain", "linkflow")
                        .put("code", code)
                        .put("message", message)));
    }

    public static ApiRefusal of(int status, String code, String message) {
        return new ApiRefusal(envelope(status, code, message), code + " " + message);
    }

    /** 500 B00010, as documented for contacts and tags. */
    public static ApiRefusal illegalParameter(String what) {
        return of(500, "B00010", "参数不合法: " + what);
    }

    /** 500 B00002, as documented for tags. */
    public static ApiRefusal missingParameter(String what) {
        return of(500, "B00002", "必填参数为空: " + what);
    }

    /** 404 B00008: there is no such thing. */
    public static ApiRefusal notFound(String kind, Object id) {
        return of(404, "B00008", "No [" + kind + "] found with id [" + id + "]");
    }
}
