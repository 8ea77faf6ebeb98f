package io.martech.connect.client.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;

/** What happened to one attempt below HTTP. Attached to the request as a tag; written by one thread, read by another. */
public final class HttpTrace {

    private volatile boolean newConnection;
    private volatile boolean keptConnection;
    private volatile boolean answered;

    /** Whether the attempt used a pooled connection and received no response. */
    boolean failedOnKeptConnection() {
        return keptConnection && !newConnection && !answered;
    }

    /** Fills the trace of every call. */
    static EventListener listener() {
        return new Listener();
    }

    private static final class Listener extends EventListener {

        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
            traceOf(call).newConnection = true;
        }

        @Override
        public void connectionAcquired(Call call, Connection connection) {
            traceOf(call).keptConnection = true;
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            traceOf(call).answered = true;
        }

        private static HttpTrace traceOf(Call call) {
            Request request = call.request();
            HttpTrace trace = request.tag(HttpTrace.class);
            return trace == null ? new HttpTrace() : trace;
        }
    }
}
