package io.martech.connect.client;

/** A client that sends every request once, through one gate. Closing it does not close the underlying client. */
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
        // The owner of the underlying client closes it.
    }
}
