package io.martech.connect.sandbox.wukong;

import io.martech.connect.sandbox.http.Delivery;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;

/**
 * An error in the platform's own envelope instead of the right answer; the request is not applied.
 *
 * @param status the HTTP status
 * @param code the {@code errcode}; null for an object without one
 */
public record WukongFault(int status, String code) implements Fault {

    /** A code that no document knows, with HTTP 200. */
    public static final WukongFault UNKNOWN_CODE = new WukongFault(200, "99999");

    /** An empty object, with HTTP 200, where a list may be due. */
    public static final WukongFault EMPTY_OBJECT = new WukongFault(200, null);

    /** The code of a success where a list may be due: nothing was read all the same. */
    public static final WukongFault SUCCESS_WITHOUT_ROWS = new WukongFault(200, "100");

    @Override
    public Delivery strike(Response answer) {
        return Delivery.whole(
                code == null
                        ? Response.json(status, JsonText.bytes(JsonText.object()))
                        : Answers.envelope(status, code, "系统繁忙"));
    }
}
