package io.martech.connect.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** The last link of the chain: sends a request once, reads the answer whole, has it judged and tells who listens. */
final class Wire implements Carrier {

    /** OkHttp ends a call in time; only a name look-up that hangs can hold it longer. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final OkHttpClient http;
    private final TransportVerdicts transport;
    private final DateHeaderClock serverClock;
    private final AttemptListener listener;
    private final ClientStatistics statistics;
    private final TimeSource time;

    Wire(
            OkHttpClient http,
            TransportVerdicts transport,
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
    public Outcome send(ApiCall call, Request request) throws InterruptedException {
        WireTrace trace = new WireTrace();
        Call attempt =
                http.newCall(request.newBuilder().tag(WireTrace.class, trace).build());
        statistics.countRequest();
        long started = time.nanoTime();
        Outcome outcome;
        try {
            outcome = judged(call, answerTo(attempt));
        } catch (IOException fault) {
            outcome = failed(fault, trace);
        }
        tell(outcome, started);
        return outcome;
    }

    private RawAnswer answerTo(Call attempt) throws IOException, InterruptedException {
        WholeAnswer answer = new WholeAnswer();
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

    private Outcome judged(ApiCall call, RawAnswer answer) {
        Instant serverTime = answer.date().orElseGet(serverClock::now);
        Verdict verdict = obeyed(call.rules().judge(call.asked(), answer, serverTime), answer, serverTime);
        if (verdict.isFromThePlatform()) {
            serverClock.observe(answer);
        }
        return Outcome.answered(verdict, answer.status());
    }

    /** Whatever passes by itself is repeated when the platform wants it to be, whichever answer its Retry-After stands in. */
    private static Verdict obeyed(Verdict verdict, RawAnswer answer, Instant serverTime) {
        boolean isPassing = verdict.category() == Category.RETRY || verdict.category() == Category.WAIT;
        Duration asked = isPassing ? HttpStatusVerdicts.wait(answer, serverTime) : Duration.ZERO;
        return asked.isZero() ? verdict : verdict.afterWaiting(asked);
    }

    /** A kept connection that had been closed fails at once; one that only keeps silent is a time-out like any other. */
    private Outcome failed(IOException fault, WireTrace trace) {
        boolean stale = trace.failedOnKeptConnection() && !(fault instanceof InterruptedIOException);
        if (stale) {
            http.connectionPool().evictAll();
        }
        return Outcome.failed(transport.judge(fault), TransportVerdicts.withoutQuotes(fault), stale);
    }

    private void tell(Outcome outcome, long started) {
        if (outcome.verdict().isOk()) {
            listener.onSuccess(started);
        } else if (isOverload(outcome)) {
            listener.onOverload(started);
        }
    }

    private static boolean isOverload(Outcome outcome) {
        Verdict verdict = outcome.verdict();
        boolean serverFault = verdict.category() == Category.RETRY && outcome.status() >= 500 && verdict.code() == null;
        boolean noAnswer = outcome.fault() != null && !outcome.onStaleConnection();
        return verdict.category() == Category.WAIT || serverFault || noAnswer || outcome.status() == 408;
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
}
