package io.martech.connect.sink.engine;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.ApiResponse;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.RequestGate;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextLines;

/** The client that an operation uses to send one batch: each request is sent once, through the batch's gate. */
record WritingClient(PlatformClient client, RequestGate gate, EngineSettings.Codes codes) implements PlatformClient {

    @Override
    public ApiResponse execute(ApiRequest request) {
        return attempt(request, gate);
    }

    @Override
    public ApiResponse attempt(ApiRequest request, RequestGate through) {
        return client.attempt(
                request.expecting(request.expectation()
                        .rejecting(codes.rejecting().toArray(String[]::new))
                        .splitting(codes.splitting().toArray(String[]::new))),
                through);
    }

    @Override
    public TextLines open(TextFile file, long linesReadBefore) {
        return client.open(file, linesReadBefore);
    }

    @Override
    public boolean isPaused() {
        return client.isPaused();
    }

    @Override
    public ServerClock serverClock() {
        return client.serverClock();
    }

    @Override
    public void close() {
        // The engine closes the client.
    }
}
