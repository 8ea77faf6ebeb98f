package io.martech.connect.client;

/** A client whose every request is sent once, through one gate. Closing it closes nothing: the other client is its owner's. */
record SingleAttempts(PlatformClient client, RequestGate gate) implements PlatformClient {

    @Override
    public ApiResponse execute(ApiRequest request) {
        return client.attempt(request, gate);
    }

    @Override
    public ApiResponse attempt(ApiRequest request, RequestGate other) {
        return client.attempt(request, other);
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
        // The owner of the client closes it.
    }
}
