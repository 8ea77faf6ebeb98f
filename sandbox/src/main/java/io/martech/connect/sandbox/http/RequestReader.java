package io.martech.connect.sandbox.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Reads requests one after the other from a connection. */
final class RequestReader {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final OutputStream out;
    private final LongFunction<Optional<Delivery>> refusal;

    /** @param refusal of a request whose body would be so long */
    RequestReader(InputStream in, OutputStream out, LongFunction<Optional<Delivery>> refusal) {
        this.in = new BufferedInputStream(in, 16 * 1024);
        this.out = out;
        this.refusal = refusal;
    }

    /** A request was refused before its body was read. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Delivery delivery;

        private RefusedException(Delivery delivery) {
            super("Refused before its body was read");
            this.delivery = delivery;
        }

        Delivery delivery() {
            return delivery;
        }
    }

    /**
     * The next request, or null when the client has closed the connection between two requests.
     *
     * @throws RefusedException if its body must not be read
     */
    Request next() throws IOException {
        String requestLine = line();
        try {
            return requestLine == null ? null : request(requestLine);
        } catch (IllegalArgumentException e) {
            throw new IOException("Not an HTTP request: " + requestLine, e); // a bad length or a bad escape
        }
    }

    private Request request(String requestLine) throws IOException {
        String[] parts = requestLine.split(" ");
        if (parts.length != 3) {
            throw new IOException("Not an HTTP request line: " + requestLine);
        }
        Map<String, String> headers = headers();
        Optional<Delivery> refused = refusal.apply(Long.parseLong(headers.getOrDefault("content-length", "0")));
        if (refused.isPresent()) {
            throw new RefusedException(refused.get());
        }
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write(CONTINUE);
            out.flush();
        }
        int mark = parts[1].indexOf('?');
        String path = mark < 0 ? parts[1] : parts[1].substring(0, mark);
        Map<String, String> query = mark < 0 ? Map.of() : query(parts[1].substring(mark + 1));
        return new Request(parts[0].toUpperCase(Locale.ROOT), decoded(path), query, headers, body(headers));
    }

    /** Discards what arrives until the client closes the connection. */
    void waitForTheClientToGiveUp() throws IOException {
        while (in.read() >= 0) {
            continue;
        }
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = requiredLine(); !line.isEmpty(); line = requiredLine()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunkedBody();
        }
        return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] chunkedBody() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = requiredLine();
            int semicolon = size.indexOf(';');
            int length = Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).trim(), 16);
            if (length == 0) {
                while (!requiredLine().isEmpty()) {
                    continue; // trailers
                }
                return body.toByteArray();
            }
            body.write(exactly(length));
            requiredLine();
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The client closed the connection inside a body");
        }
        return bytes;
    }

    private String requiredLine() throws IOException {
        String line = line();
        if (line == null) {
            throw new EOFException("The client closed the connection inside a request");
        }
        return line;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads {@code name=value} pairs joined by &amp;, as in an address and in a form; of a repeated name the first counts. */
    static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            query.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
