package io.martech.connect.sandbox.linkflow.server;

import io.martech.connect.sandbox.http.Delivery;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.model.Refusals;

/**
 * An error in the platform's own envelope instead of the right answer; the request is not applied.
 *
 * @param status the HTTP status
 * @param code the code in the envelope
 */
public record LinkflowFault(int status, String code) implements Fault {

    /** A code that no document knows, with HTTP 500. */
    public static final LinkflowFault UNKNOWN_CODE = new LinkflowFault(500, "B99999");

    /** The same envelope with HTTP 200. */
    public static final LinkflowFault ERROR_WITH_STATUS_200 = new LinkflowFault(200, "B99999");

    @Override
    public Delivery strike(Response answer) {
        return Delivery.whole(Refusals.envelope(status, code, "系统异常"));
    }
}
