package io.martech.connect.sandbox.http;

/**
 * What a proxy in front of a platform does to a request whose body is too long: HTTP 413 with a page of its own, before it has read
 * the body. The platform never sees the request.
 *
 * @param bytes the longest body that passes
 * @param readsOn whether it then discards what still arrives, as nginx does by default, so that the client gets to see the
 *     answer; else it closes the connection at once, and the client may see a reset instead
 */
public record BodyLimit(long bytes, boolean readsOn) implements Fault {

    private static final Response PAGE = Response.html(
            413,
            "<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n"
                    + "<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr><center>nginx</center>\r\n"
                    + "</body>\r\n</html>\r\n");

    @Override
    public boolean letsTheRequestThrough() {
        return false;
    }

    @Override
    public Delivery strike(Response answer) {
        return new Delivery(PAGE, readsOn ? Delivery.Manner.CLOSE_AND_READ_ON : Delivery.Manner.CLOSE);
    }
}
