package io.martech.connect.sandbox.m1world;

import io.martech.connect.sandbox.http.Delivery;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.m1world.account.ErrorShape;

/**
 * An error in one of the platform's own shapes instead of the right answer; the request is not applied.
 *
 * @param status the HTTP status
 * @param code the code in the answer
 * @param shape where the answer holds it
 */
public record M1worldFault(int status, String code, ErrorShape shape) implements Fault {

    /** E10001 服务器异常 with HTTP 200. */
    public static final M1worldFault SERVER_ERROR = new M1worldFault(200, "E10001", ErrorShape.CODE_ON_TOP);

    /** A code that the document does not know, with HTTP 200. */
    public static final M1worldFault UNKNOWN_CODE = new M1worldFault(200, "E99999", ErrorShape.CODE_IN_DATA);

    /** E10104 with HTTP 200, whatever the quota. */
    public static final M1worldFault QUOTA = new M1worldFault(200, "E10104", ErrorShape.CODE_ON_TOP);

    @Override
    public Delivery strike(Response answer) {
        return Delivery.whole(Response.json(status, JsonText.bytes(shape.render(code, "系统繁忙"))));
    }
}
