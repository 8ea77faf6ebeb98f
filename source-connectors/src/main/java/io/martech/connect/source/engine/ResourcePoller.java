package io.martech.connect.source.engine;

import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads one resource on a thread of its own: chunk after chunk as long as there is more, then a rest. A chunk that fails
 * blocks itself and all later ones.
 */
final class ResourcePoller implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ResourcePoller.class);

    private final Resource resource;
    private final ChunkQueue.Inlet inlet;
    private final TimeSource time;
    private final Thread thread;
    private final Map<String, String> loggingContext = MDC.getCopyOfContextMap();

    /** Read and written by the thread alone, once started. */
    private Cursor cursor;

    private volatile boolean isClosed;

    ResourcePoller(Resource resource, Cursor start, ChunkQueue.Inlet inlet, TimeSource time) {
        this.resource = resource;
        this.cursor = start;
        this.inlet = inlet;
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
            while (!isClosed) {
                Optional<Chunk> chunk = resource.reader().next(cursor);
                if (isClosed) {
                    // Not left to the interrupt: a client that was closed meanwhile has taken it for its own.
                    return;
                }
                if (chunk.isPresent()) {
                    inlet.put(new ReadChunk(resource, chunk.get()));
                    cursor = cursorAfter(chunk.get());
                } else {
                    time.sleep(resource.pollInterval());
                }
            }
        } catch (InterruptedException | ClientClosedException e) {
            fail(resource.name() + ": reading was interrupted. Restart the task.", e);
        } catch (PlatformException | ConnectException e) {
            fail(e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            fail(
                    resource.name() + ": reading failed unexpectedly (" + e
                            + "). Nothing was skipped; restart the task to try again.",
                    e);
        }
    }

    /** A slice has a cursor of its own, which its reader keeps; the resource's stays as it is. */
    private Cursor cursorAfter(Chunk chunk) {
        return chunk.slice() == null ? chunk.next() : cursor;
    }

    /** Whatever goes wrong after closing is of closing. */
    private void fail(String message, Throwable cause) {
        if (isClosed) {
            return;
        }
        log.error("{}: reading stopped. {}", resource.name(), message);
        inlet.fail(new ConnectException(message, cause));
    }

    /** Interrupts the thread; does not wait for it, since it may hang in a call that is being cancelled. */
    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }
}
