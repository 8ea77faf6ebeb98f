package io.martech.connect.source.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.PlatformException.Origin;
import io.martech.connect.client.RetryPolicy;
import io.martech.connect.client.TimeSource;
import io.martech.connect.source.chunk.Chunk;
import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads one resource on a thread of its own: chunk after chunk while there is more, then waits for the poll interval. A
 * chunk that fails is read again with exponential back-off, unless the task fails with it.
 */
final class ResourcePoller implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ResourcePoller.class);

    private final Resource resource;
    private final ChunkRecords records;
    private final ResourceHealth health;
    private final FailingResources failing;
    private final AccountBinding account;
    private final ChunkQueue.Inlet inlet;
    private final RetryPolicy retry;
    private final TimeSource time;
    private final Thread thread;
    private final Map<String, String> loggingContext = MDC.getCopyOfContextMap();

    /** Accessed only by the thread, once started. */
    private Cursor cursor;

    private ChunkStats facts = ChunkStats.ofNothing();
    private boolean hasRead;

    /** How many of the resource's requests have been reported with a chunk. */
    private long requestsReported;

    /**
     * A chunk that was read and could not be converted to records. The reader regards it as read, so it is not read
     * again.
     */
    private Chunk unconverted;

    private int failures;

    private volatile boolean isClosed;

    /** @param retry the waits between attempts after a failure */
    ResourcePoller(
            ChunkRecords records,
            Cursor start,
            ResourceHealth health,
            FailingResources failing,
            ChunkQueue.Inlet inlet,
            RetryPolicy retry,
            TimeSource time) {
        this.resource = records.resource();
        this.records = records;
        this.cursor = start;
        this.hasRead = start.toOffset().size() > 1;
        this.health = health;
        this.failing = failing;
        this.account = new AccountBinding(resource.name(), resource.accountField(), start);
        this.inlet = inlet;
        this.retry = retry;
        this.time = time;
        this.thread = new Thread(this::run, "martech-source-" + resource.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        if (loggingContext != null) {
            MDC.setContextMap(loggingContext);
        }
        try {
            boolean goesOn = true;
            while (goesOn && !isClosed) {
                goesOn = readOn();
            }
        } catch (InterruptedException | ClientClosedException e) {
            fail(resource.name() + ": reading was interrupted. Restart the task.", e);
        } catch (AccountBinding.OtherAccountException e) {
            fail(e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            fail(unexpected(e), e);
        }
    }

    /**
     * Reads the next chunk, or waits.
     *
     * @return false if the task fails
     */
    private boolean readOn() throws InterruptedException {
        inlet.awaitRoom();
        Optional<ReadChunk> read;
        try {
            if (unconverted == null) {
                unconverted = withRowsAside(resource.reader().next(cursor))
                        .map(this::withRequests)
                        .map(account::bound)
                        .orElse(null);
            }
            read = Optional.ofNullable(unconverted).map(records::converted);
            unconverted = null;
        } catch (ClientClosedException | AccountBinding.OtherAccountException e) {
            throw e;
        } catch (RuntimeException failure) {
            return isClosed || goOnAfter(failure);
        }
        if (isClosed) {
            // Not left to the interrupt: a client that was closed meanwhile has cleared it.
            return false;
        }
        boolean hasRecovered = health.recovered();
        failing.recovered(resource.name());
        failures = 0;
        hasRead = true;
        if (read.isPresent()) {
            inlet.put(read.get());
            facts = read.get().chunk().facts();
            cursor = cursorAfter(read.get().chunk());
        } else {
            if (hasRecovered) {
                reportHealth();
            }
            time.sleep(resource.pollInterval());
        }
        return true;
    }

    /** A slice has a cursor of its own, which its reader keeps; the resource's cursor is unchanged. */
    private Cursor cursorAfter(Chunk chunk) {
        return chunk.slice() == null ? chunk.next() : account.in(cursor);
    }

    /**
     * A chunk that fails blocks itself and all later ones of its resource.
     *
     * @return false if the task fails
     */
    private boolean goOnAfter(RuntimeException failure) throws InterruptedException {
        boolean isExpected = failure instanceof PlatformException || failure instanceof ConnectException;
        String message = isExpected ? failure.getMessage() : unexpected(failure);
        if (failing.failed(resource.name(), mayPass(failure))) {
            fail(message, failure);
            return false;
        }
        Duration wait = retry.boundAfter(failures++);
        if (health.failed(message, wait)) {
            reportHealth();
        }
        time.sleep(wait);
        return true;
    }

    /**
     * An outage is transient, and waiting for its end loses nothing. An undocumented response may be one too; but where
     * nothing has ever been read, or no token is issued repeatedly, a wrong setting is more likely.
     */
    private boolean mayPass(RuntimeException failure) {
        if (!(failure instanceof PlatformException refusal)) {
            return false;
        }
        boolean isTokenRefused = refusal.isAboutToken() && failures >= RetryPolicy.RETRIES_OF_UNDOCUMENTED_RESPONSES;
        return refusal.origin() == Origin.OUTAGE
                || (refusal.origin() == Origin.UNDOCUMENTED && hasRead && !isTokenRefused);
    }

    private Optional<Chunk> withRowsAside(Optional<Chunk> read) {
        List<JsonNode> aside = resource.client().takeAside();
        if (aside.isEmpty()) {
            return read;
        }
        List<Row> rows = new ArrayList<>();
        aside.forEach(row -> rows.add(new Row(row, Row.ReadMode.BACKFILL)));
        Chunk chunk = read.orElseGet(() -> new Chunk(List.of(), cursor, cursor, facts.ofState()));
        rows.addAll(chunk.rows());
        return Optional.of(chunk.with(rows));
    }

    private Chunk withRequests(Chunk chunk) {
        long before = requestsReported;
        requestsReported = resource.client().requests();
        return chunk.with(chunk.facts().with(requestsReported - before));
    }

    private void reportHealth() throws InterruptedException {
        inlet.put(records.converted(new Chunk(List.of(), cursor, cursor, facts.ofState())));
    }

    private String unexpected(Throwable failure) {
        return resource.name() + ": reading failed unexpectedly (" + failure
                + "). Nothing was skipped; restart the task to try again.";
    }

    /** Any failure after closing is a consequence of closing. */
    private void fail(String message, Throwable cause) {
        if (isClosed) {
            return;
        }
        log.error("{}: reading stopped. {}", resource.name(), message);
        inlet.fail(new ConnectException(message, cause));
    }

    /** Interrupts the thread without waiting for it, since it may hang in a call that is being cancelled. */
    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }
}
