package io.martech.connect.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One client connection: reads requests, has them answered, and puts the answers on the wire as requested. */
final class Connection implements Runnable {

    private final Socket socket;
    private final RequestHandler handler;

    Connection(Socket socket, RequestHandler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            serve(new RequestReader(socket.getInputStream(), socket.getOutputStream(), handler::refusalOf));
        } catch (IOException clientHasGone) {
            // A client may close or reset its connection at any time: there is nobody left to tell.
        } catch (InterruptedException serverIsClosing) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(RequestReader reader) throws IOException, InterruptedException {
        try {
            for (Request request = reader.next(); request != null; request = reader.next()) {
                boolean lastRequest = request.header("Connection")
                        .filter("close"::equalsIgnoreCase)
                        .isPresent();
                if (!deliver(handler.handle(request), reader, lastRequest)) {
                    return;
                }
            }
        } catch (RequestReader.RefusedException refused) {
            deliver(refused.delivery(), reader, true);
        }
    }

    /** Whether the connection can serve another request. */
    private boolean deliver(Delivery delivery, RequestReader reader, boolean lastRequest) throws IOException {
        switch (delivery.manner()) {
            case RESET -> socket.setSoLinger(true, 0); // closing now sends RST instead of FIN
            case HANG_BEFORE_HEADERS -> reader.waitForTheClientToGiveUp();
            case HANG_IN_BODY -> {
                write(delivery.response(), false, true);
                reader.waitForTheClientToGiveUp();
            }
            case CLOSE -> write(delivery.response(), true, false);
            case CLOSE_AND_READ_ON -> {
                write(delivery.response(), true, false);
                socket.shutdownOutput();
                reader.waitForTheClientToGiveUp();
            }
            case CLOSE_IN_BODY -> write(delivery.response(), true, true);
            case WHOLE -> {
                write(delivery.response(), lastRequest, false);
                return !lastRequest;
            }
        }
        return false;
    }

    private void write(Response response, boolean closing, boolean onlyHalfTheBody) throws IOException {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(response.status() < 400 ? "OK" : "Error")
                .append("\r\n");
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        // A body that is cut must have announced more than it sends, even where the whole body is empty.
        int announced = onlyHalfTheBody ? response.body().length + 1 : response.body().length;
        int sent = onlyHalfTheBody ? response.body().length / 2 : response.body().length;
        head.append("Content-Length: ").append(announced).append("\r\n");
        head.append(closing ? "Connection: close\r\n\r\n" : "\r\n");

        ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + sent);
        message.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        message.write(response.body(), 0, sent);
        OutputStream out = socket.getOutputStream();
        message.writeTo(out);
        out.flush();
    }
}
