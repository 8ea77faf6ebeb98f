package io.martech.connect.client.http;

import io.martech.connect.client.AnswerRoom;
import io.martech.connect.client.Category;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.ClientStatistics;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.response.CallResult;
import io.martech.connect.client.response.Classification;
import io.martech.connect.client.response.HttpStatusClassifier;
import io.martech.connect.client.response.NoRoomException;
import io.martech.connect.client.response.RawResponse;
import io.martech.connect.client.response.ResponseTooLargeException;
import io.martech.connect.client.response.TransportFailureClassifier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** The end of the chain: sends a request once, reads the whole response, has it classified and notifies the listener. */
public final class HttpTransport implements Transport {

    /** OkHttp ends a call in time; only a hanging DNS lookup can delay it further. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final OkHttpClient http;
    private final TransportFailureClassifier transport;
    private final DateHeaderClock serverClock;
    private final AttemptListener listener;
    private final ClientStatistics statistics;
    private final TimeSource time;

    public HttpTransport(
            OkHttpClient http,
            TransportFailureClassifier transport,
            DateHeaderClock serverClock,
            AttemptListener listener,
            ClientStatistics statistics,
            TimeSource time) {
        this.http = http;
        this.transport = transport;
        this.serverClock = serverClock;
        this.listener = listener;
        this.statistics = statistics;
        this.time = time;
    }

    @Override
    public CallResult send(ApiCall call, Request request) throws InterruptedException {
        HttpTrace trace = new HttpTrace();
        Call attempt =
                http.newCall(request.newBuilder().tag(HttpTrace.class, trace).build());
        if (!call.gate().enter(lengthOfBody(request))) {
            throw new ClientClosedException("The request must not leave any more", null);
        }
        statistics.countRequest();
        long started = time.nanoTime();
        CallResult outcome;
        try {
            outcome = judged(call, answerTo(attempt, call.room()));
        } catch (IOException fault) {
            outcome = failed(fault, trace);
        } finally {
            call.gate().leave();
        }
        tell(call, outcome, started);
        return outcome;
    }

    private static long lengthOfBody(Request request) {
        try {
            return request.body() == null ? 0 : Math.max(0, request.body().contentLength());
        } catch (IOException unknown) {
            return 0;
        }
    }

    private RawResponse answerTo(Call attempt, AnswerRoom room) throws IOException, InterruptedException {
        ResponseBody answer = new ResponseBody(room);
        attempt.enqueue(answer);
        long atMost = attempt.timeout().timeoutNanos() + GRACE.toNanos();
        try {
            return answer.get(atMost, TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw asIoException(failed.getCause());
        } catch (TimeoutException late) {
            attempt.cancel();
            throw (IOException) new InterruptedIOException("timeout").initCause(late);
        } catch (InterruptedException woken) {
            attempt.cancel();
            throw woken;
        }
    }

    private CallResult judged(ApiCall call, RawResponse answer) {
        Instant serverTime = answer.date().orElseGet(serverClock::ofLastAnswer);
        Classification judged = call.rules().judge(call.asked(), answer, serverTime);
        Classification classification =
                obeyed(judged.unlessListed(answer.status(), call.asked().expectation()), answer, serverTime);
        if (classification.isFromThePlatform()) {
            serverClock.observe(answer);
        }
        return CallResult.answered(classification, answer.status());
    }

    /** A transient failure is retried when the platform asks for it, whichever response contains the Retry-After. */
    private static Classification obeyed(Classification classification, RawResponse answer, Instant serverTime) {
        boolean isPassing = classification.category() == Category.RETRY || classification.category() == Category.WAIT;
        Duration asked = isPassing ? HttpStatusClassifier.wait(answer, serverTime) : Duration.ZERO;
        return asked.isZero() ? classification : classification.afterWaiting(asked);
    }

    /** A pooled connection that the platform had closed fails at once; a silent one is a timeout like any other. */
    private CallResult failed(IOException fault, HttpTrace trace) {
        boolean stale = trace.failedOnKeptConnection() && !(fault instanceof InterruptedIOException);
        if (stale) {
            http.connectionPool().evictAll();
        }
        return CallResult.failed(transport.judge(fault), TransportFailureClassifier.withoutQuotes(fault), stale);
    }

    private void tell(ApiCall call, CallResult outcome, long started) {
        if (outcome.classification().isOk()) {
            listener.onSuccess(started);
        } else if (isOverload(outcome) && call.isFirstOverload()) {
            listener.onOverload(started);
        }
    }

    private static boolean isOverload(CallResult outcome) {
        Classification classification = outcome.classification();
        boolean serverFault =
                classification.category() == Category.RETRY && outcome.status() >= 500 && classification.code() == null;
        boolean noAnswer =
                outcome.fault() != null && !outcome.onStaleConnection() && classification.category() == Category.RETRY;
        return classification.category() == Category.WAIT || serverFault || noAnswer || outcome.status() == 408;
    }

    private static IOException asIoException(Throwable cause) {
        if (cause instanceof IOException fault) {
            return fault;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException("The answer could not be read", cause);
    }

    /** Reads a response to its last byte, within the timeout of its call. */
    private static final class ResponseBody extends CompletableFuture<RawResponse> implements Callback {

        /** No page of any platform comes near this size; an endless response would take the whole worker down. */
        private static final long LARGEST = 64L * 1024 * 1024;

        /** How much is read before the caller's room is checked again. */
        private static final long STEP = 64L * 1024;

        private final AnswerRoom room;

        private ResponseBody(AnswerRoom room) {
            this.room = room;
        }

        @Override
        public void onFailure(Call call, IOException fault) {
            completeExceptionally(fault);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                complete(new RawResponse(response.code(), response.headers(), wholeBody(response)));
            } catch (IOException | RuntimeException | Error fault) {
                completeExceptionally(fault);
            }
        }

        private byte[] wholeBody(Response response) throws IOException {
            BufferedSource source = response.body().source();
            long length = 0;
            while (source.request(length + 1)) {
                if (length == LARGEST) {
                    throw new ResponseTooLargeException("The answer is longer than " + LARGEST / 1024 / 1024 + " MB");
                }
                long announced = length == 0 ? response.body().contentLength() : 0;
                long next = Math.min(LARGEST - length, Math.max(STEP, announced));
                if (!room.takes(next)) {
                    throw new NoRoomException();
                }
                length += next;
            }
            return source.readByteArray();
        }
    }
}
