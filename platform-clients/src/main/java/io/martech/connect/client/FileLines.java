package io.martech.connect.client;

import java.util.List;

/** The lines of one file, with the client's retries. */
final class FileLines implements TextLines {

    private final OpenCalls openCalls;
    private final Retry retry;
    private final ApiCall call;
    private final FileWire wire;

    /** @param retry sends the call over the wire */
    FileLines(OpenCalls openCalls, Retry retry, ApiCall call, FileWire wire) {
        this.openCalls = openCalls;
        this.retry = retry;
        this.call = call;
        this.wire = wire;
    }

    @Override
    public List<String> next(int most) {
        return openCalls.run(() -> {
            List<String> read = wire.readOn(most);
            if (read != null) {
                return read;
            }
            retry.send(call);
            return wire.lines();
        });
    }

    @Override
    public void close() {
        wire.close();
    }
}
