package io.martech.connect.sandbox.http;

import io.martech.connect.sandbox.http.Delivery.Manner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Faults that any platform, or a gateway in front of it, can commit. */
public enum WireFault implements Fault {
    /** HTTP 500 with a text that is no error envelope. */
    SERVER_ERROR_WITH_TEXT(Response.text(500, "Internal Server Error")),
    /** HTTP 500 without a body. */
    SERVER_ERROR_WITHOUT_BODY(Response.empty(500)),
    /** HTTP 502 with a gateway's HTML page. */
    BAD_GATEWAY_WITH_HTML(Response.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>")),
    /** HTTP 503 with a text. */
    SERVICE_UNAVAILABLE(Response.text(503, "Service Unavailable")),
    /** HTTP 429 with {@code Retry-After: 1}. */
    TOO_MANY_REQUESTS(Response.text(429, "Too Many Requests").withHeader("Retry-After", "1")),
    /** HTTP 403 with a gateway's HTML page instead of the platform's envelope. */
    FORBIDDEN_WITHOUT_ENVELOPE(Response.html(403, "<html><body><h1>403 Forbidden</h1></body></html>")),
    /** HTTP 200, declared as JSON, with bytes that are not JSON; the request is not applied. */
    GARBAGE_WITH_STATUS_200(
            Response.json(200, new byte[] {(byte) 0x1f, (byte) 0x8b, 0, 1, '{', (byte) 0xfe, ']', '"', (byte) 0xff})),
    /** HTTP 200 with an HTML page, as a login or maintenance page; the request is not applied. */
    HTML_WITH_STATUS_200(Response.html(200, "<!DOCTYPE html><html><body>系统维护中</body></html>")),
    /** The connection is reset and the request is not applied. */
    RESET_BEFORE_APPLYING(Response.empty(200), Manner.RESET),
    /** The request is applied, then the connection is reset. */
    RESET_AFTER_APPLYING(Manner.RESET),
    /** The request is applied; the answer is well-formed HTTP whose JSON ends in the middle. */
    TRUNCATED_JSON(WireFault::cutInTheMiddle, Manner.WHOLE),
    /** The request is applied; the connection is closed before the announced length was sent. */
    BODY_CUT_OFF(Manner.CLOSE_IN_BODY),
    /** The request is not applied and nothing is ever answered. */
    HANG_BEFORE_HEADERS(Response.empty(200), Manner.HANG_BEFORE_HEADERS),
    /** The request is applied; the answer stops in its body and the connection stays open. */
    HANG_IN_BODY(Manner.HANG_IN_BODY);

    private final boolean letsTheRequestThrough;
    private final UnaryOperator<Response> distortion;
    private final Manner manner;

    WireFault(Response instead) {
        this(instead, Manner.WHOLE);
    }

    WireFault(Response instead, Manner manner) {
        this.letsTheRequestThrough = false;
        this.distortion = answer -> instead;
        this.manner = manner;
    }

    WireFault(Manner manner) {
        this(UnaryOperator.identity(), manner);
    }

    WireFault(UnaryOperator<Response> distortion, Manner manner) {
        this.letsTheRequestThrough = true;
        this.distortion = distortion;
        this.manner = manner;
    }

    @Override
    public boolean letsTheRequestThrough() {
        return letsTheRequestThrough;
    }

    @Override
    public Delivery strike(Response answer) {
        return new Delivery(distortion.apply(answer), manner);
    }

    private static Response cutInTheMiddle(Response answer) {
        byte[] body = answer.body();
        // Half of an empty list, of a number or of nothing at all would not be noticed as a fault.
        boolean isStructured = body.length > 4 && (body[0] == '{' || body[0] == '[');
        byte[] cut = isStructured
                ? Arrays.copyOf(body, body.length / 2)
                : "{\"data\":[{\"i".getBytes(StandardCharsets.UTF_8);
        return answer.withBody(cut);
    }
}
