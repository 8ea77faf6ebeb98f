package io.martech.connect.authorize;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A local platform that exchanges the code {@code the-code}, once. */
final class FakePlatform implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final List<RecordedRequest> tokenCalls = new CopyOnWriteArrayList<>();
    private boolean isSpent;

    FakePlatform() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    List<RecordedRequest> tokenCalls() {
        return tokenCalls;
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        tokenCalls.add(request);
        String parameters = request.getUrl().query() + "&" + request.getBody().utf8();
        boolean isGood = !isSpent && parameters.contains("code=the-code");
        isSpent |= isGood;
        boolean isM1world = request.getUrl().encodedPath().equals("/access_token");
        String expires = isM1world ? "1900000000000" : "\"7200\"";
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "application/json")
                .addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
                .body(
                        isGood
                                ? "{\"access_token\":\"access-1\",\"refresh_token\":\"refresh-1\",\"expires_in\":"
                                        + expires + "}"
                                : "{\"error\":\"invalid_grant\",\"error_description\":\"the-code is spent\"}")
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
