package io.martech.connect.client.download;

import io.martech.connect.client.TextLines;
import io.martech.connect.client.http.ApiCall;
import io.martech.connect.client.http.OpenCalls;
import io.martech.connect.client.http.RetryInterceptor;
import java.util.List;

/** The lines of one file, with the client's retries. */
final class FileLines implements TextLines {

    private final OpenCalls openCalls;
    private final RetryInterceptor retry;
    private final ApiCall call;
    private final FileTransport wire;

    /** @param retry sends the call over the wire */
    FileLines(OpenCalls openCalls, RetryInterceptor retry, ApiCall call, FileTransport wire) {
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
