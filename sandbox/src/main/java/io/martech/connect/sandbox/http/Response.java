package io.martech.connect.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer before it is put on the wire. {@code Content-Length} and {@code Connection} are added by the server.
 *
 * @param status the HTTP status
 * @param headers further headers in the order they are sent
 * @param body the whole body, possibly empty
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

    /** A JSON body in UTF-8. */
    public static Response json(int status, byte[] body) {
        return new Response(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body);
    }

    /** A plain text body in UTF-8. */
    public static Response text(int status, String body) {
        return new Response(
                status, Map.of("Content-Type", "text/plain;charset=UTF-8"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** An HTML page in UTF-8, as a gateway in front of the platform would send. */
    public static Response html(int status, String body) {
        return new Response(
                status, Map.of("Content-Type", "text/html;charset=UTF-8"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** No body at all. */
    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0]);
    }

    /** Sends a browser on. @param parameter added to the address */
    public static Response redirect(String address, String parameter) {
        return empty(302).withHeader("Location", address + (address.contains("?") ? "&" : "?") + parameter);
    }

    /** The same answer with one more header. */
    public Response withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body);
    }

    /** The same status and headers with another body. */
    public Response withBody(byte[] other) {
        return new Response(status, headers, other);
    }
}
