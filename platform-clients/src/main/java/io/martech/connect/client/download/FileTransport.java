package io.martech.connect.client.download;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.ServerClock;
import io.martech.connect.client.TextForm;
import io.martech.connect.client.http.ApiCall;
import io.martech.connect.client.http.HttpTrace;
import io.martech.connect.client.http.Transport;
import io.martech.connect.client.response.CallResult;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.TransportFailureClassifier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Downloads one file. An attempt opens it, skips the lines that were read before and reads the next ones; the response
 * stays open for the lines after those.
 */
final class FileTransport implements Transport {

    /** How much of an error response is read. */
    private static final long MOST_OF_AN_ERROR = 1024 * 1024;

    private final OkHttpClient http;
    private final Duration patience;
    private final TextForm form;
    private final TransportFailureClassifier transport;
    private final ClientStatistics statistics;
    private final ServerClock serverClock;
    private final Set<Call> downloads;

    private Call download;
    private LineReader reader;
    private long given;
    private int most;
    private List<String> lines;

    /**
     * @param patience how long to wait for the response headers
     * @param given how many lines were read before
     * @param downloads the set of open downloads, which this one is in while it is open, so that it can be cancelled
     */
    FileTransport(
            OkHttpClient http,
            Duration patience,
            TextForm form,
            TransportFailureClassifier transport,
            ClientStatistics statistics,
            ServerClock serverClock,
            Set<Call> downloads,
            long given) {
        this.http = http;
        this.patience = patience;
        this.form = form;
        this.transport = transport;
        this.statistics = statistics;
        this.serverClock = serverClock;
        this.downloads = downloads;
        this.given = given;
    }

    /**
     * The next lines of the open response; null if there is none or it broke off, in which case {@link #send} must be
     * called.
     */
    List<String> readOn(int atMost) {
        most = atMost;
        if (reader == null) {
            return null;
        }
        try {
            return give(reader.read(most));
        } catch (IOException broken) {
            close();
            return null;
        }
    }

    /** The lines that the last attempt read. */
    List<String> lines() {
        return lines;
    }

    @Override
    public CallResult send(ApiCall call, Request request) throws InterruptedException {
        close();
        statistics.countRequest();
        download = http.newCall(
                request.newBuilder().tag(HttpTrace.class, new HttpTrace()).build());
        downloads.add(download);
        try {
            Response response = answerTo(download);
            if (response.code() != 200 || isPage(response)) {
                return refused(call, response);
            }
            reader = new LineReader(response.body().byteStream(), form);
            requireToldEnd(response);
            reader.skip(given);
            lines = give(reader.read(most));
            return CallResult.answered(Classification.ok(MissingNode.getInstance()), response.code());
        } catch (UnreadableFileException fault) {
            close();
            return CallResult.failed(Classification.of(Category.STOP, fault.getMessage()), fault, false);
        } catch (IOException fault) {
            close();
            return CallResult.failed(transport.judge(fault), TransportFailureClassifier.withoutQuotes(fault), false);
        }
    }

    private List<String> give(List<String> read) {
        given += read.size();
        return read;
    }

    private CallResult refused(ApiCall call, Response response) throws IOException {
        try (response) {
            if (response.code() == 200) {
                return CallResult.answered(
                        Classification.unknown(
                                "answered HTTP 200 with an HTML page where a text file is expected: a proxy in front of it"
                                        + " may have answered"),
                        response.code());
            }
            byte[] body = response.peekBody(MOST_OF_AN_ERROR).bytes();
            RawResponse answer = new RawResponse(response.code(), response.headers(), body);
            return CallResult.answered(call.rules().judge(call.asked(), answer, serverClock.now()), response.code());
        } finally {
            close();
        }
    }

    private static boolean isPage(Response response) {
        return response.header("Content-Type", "").startsWith("text/html");
    }

    /** With neither header, the file ends where the connection does, and a truncated file cannot be detected. */
    private static void requireToldEnd(Response response) throws UnreadableFileException {
        Headers received = response.networkResponse().headers();
        if (received.get("Content-Length") == null && received.get("Transfer-Encoding") == null) {
            throw new UnreadableFileException(
                    "sent a file without its length (neither Content-Length nor chunked), so a truncated file"
                            + " could not be detected. Check proxy.url and any proxy in between");
        }
    }

    private Response answerTo(Call attempt) throws IOException, InterruptedException {
        OpenResponse answer = new OpenResponse();
        attempt.enqueue(answer);
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IOException("The answer could not be read", failed.getCause());
        } catch (TimeoutException late) {
            attempt.cancel();
            throw (IOException) new InterruptedIOException("timeout").initCause(late);
        } catch (InterruptedException woken) {
            attempt.cancel();
            throw woken;
        }
    }

    /** Closes the response without reading the rest of it. */
    void close() {
        if (download != null) {
            download.cancel();
            downloads.remove(download);
            download = null;
        }
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException cancelled) {
                // The response was to be closed anyway.
            }
            reader = null;
        }
    }

    /** A response whose body is read later, by the caller. */
    private static final class OpenResponse extends CompletableFuture<Response> implements Callback {

        @Override
        public void onFailure(Call call, IOException fault) {
            completeExceptionally(fault);
        }

        @Override
        public void onResponse(Call call, Response response) {
            if (!complete(response)) {
                response.close();
            }
        }
    }
}
