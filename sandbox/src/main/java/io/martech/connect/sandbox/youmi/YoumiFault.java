package io.martech.connect.sandbox.youmi;

import io.martech.connect.sandbox.http.Delivery;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;
import java.nio.charset.StandardCharsets;

/**
 * An answer of the platform, or of something in its place, instead of the right one; the request is not applied.
 *
 * @param response what is answered
 */
public record YoumiFault(Response response) implements Fault {

    /** "A fault of the server", with HTTP 200. */
    public static final YoumiFault SERVER_FAULT = error(200011);

    /** "The token is not valid", although it is. */
    public static final YoumiFault TOKEN_REFUSED = error(10003);

    /** A code that no document knows, with HTTP 200. */
    public static final YoumiFault UNKNOWN_CODE = error(31);

    /** An error that comes with an empty list. */
    public static final YoumiFault ERROR_WITH_EMPTY_LIST =
            json("{\"errmsg\":31,\"succeed\":false,\"values\":[],\"errdesc\":\"系统繁忙\"}");

    /** The code of a success and an empty list, but {@code succeed} is false. */
    public static final YoumiFault SUCCESS_THAT_IS_NONE =
            json("{\"errmsg\":20000,\"succeed\":false,\"values\":[],\"errdesc\":null}");

    /** A success without any values. */
    public static final YoumiFault SUCCESS_WITHOUT_VALUES = json("{\"errmsg\":20000,\"succeed\":true}");

    /** A success with null in place of the list. */
    public static final YoumiFault SUCCESS_WITH_NULL = json("{\"errmsg\":20000,\"succeed\":true,\"values\":null}");

    /** An empty array without the envelope. */
    public static final YoumiFault BARE_ARRAY = json("[]");

    /** An error in the platform's envelope, with HTTP 200. */
    public static YoumiFault error(int code) {
        return new YoumiFault(Envelope.error(200, code, "系统繁忙"));
    }

    @Override
    public Delivery strike(Response answer) {
        return Delivery.whole(response);
    }

    private static YoumiFault json(String body) {
        return new YoumiFault(Response.json(
                200, JsonText.read(body).map(JsonText::bytes).orElseGet(() -> body.getBytes(StandardCharsets.UTF_8))));
    }
}
