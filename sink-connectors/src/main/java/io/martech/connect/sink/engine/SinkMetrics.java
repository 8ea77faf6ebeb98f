package io.martech.connect.sink.engine;

import io.martech.connect.client.TimeSource;
import java.lang.management.ManagementFactory;
import java.util.Hashtable;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of one task, as {@code io.martech.connect:type=sink,connector=…,task=…}, where the task is the lowest
 * number that is unused on this worker. Counters may be incremented by any thread.
 */
final class SinkMetrics implements SinkMetricsMXBean, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkMetrics.class);

    private final IntSupplier waiting;
    private final LongSupplier waitingBytes;
    private final TimeSource time;
    private final LongAdder delivered = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder platformPauses = new LongAdder();
    private volatile boolean pausedByPlatform;
    private volatile String lastFailure = "";
    private volatile OffsetTracker.Tracked oldest;
    private ObjectName name;

    /**
     * @param waiting returns the number of records that the task holds
     * @param waitingBytes returns their size in bytes
     */
    SinkMetrics(IntSupplier waiting, LongSupplier waitingBytes, TimeSource time) {
        this.waiting = waiting;
        this.waitingBytes = waitingBytes;
        this.time = time;
    }

    /** Registers the MBean; if that fails, the task continues without metrics. */
    void register(String connector) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            for (int task = 0; name == null; task++) {
                register(server, nameOf(connector, task));
            }
        } catch (JMException e) {
            LOG.warn("Metrics are not published: {}", e.getMessage());
        }
    }

    void countDelivered() {
        delivered.increment();
    }

    void countRejected() {
        rejected.increment();
    }

    void countSkipped() {
        skipped.increment();
    }

    /** @param failure why a request is retried, without personal data */
    void countRetry(String failure) {
        retries.increment();
        lastFailure = time.now() + " " + failure;
    }

    /** @param first the unsettled record that was received first; null if there is none */
    void oldestUnsettledIs(OffsetTracker.Tracked first) {
        oldest = first;
    }

    /** The platform asked for a pause, or the pause is over. */
    void platformIsPaused(boolean isPaused) {
        if (isPaused && !pausedByPlatform) {
            platformPauses.increment();
        }
        pausedByPlatform = isPaused;
    }

    @Override
    public long getDelivered() {
        return delivered.sum();
    }

    @Override
    public long getRejected() {
        return rejected.sum();
    }

    @Override
    public long getWaiting() {
        return waiting.getAsInt();
    }

    @Override
    public long getWaitingBytes() {
        return waitingBytes.getAsLong();
    }

    @Override
    public long getSkipped() {
        return skipped.sum();
    }

    @Override
    public long getRetries() {
        return retries.sum();
    }

    @Override
    public String getLastFailure() {
        return lastFailure;
    }

    @Override
    public String getOldestUnacknowledged() {
        OffsetTracker.Tracked first = oldest;
        return first == null ? "" : first.coordinates().toString();
    }

    @Override
    public long getOldestUnacknowledgedAgeMs() {
        OffsetTracker.Tracked first = oldest;
        return first == null ? 0 : (time.nanoTime() - first.receivedNanos()) / 1_000_000;
    }

    @Override
    public boolean isPausedByPlatform() {
        return pausedByPlatform;
    }

    @Override
    public long getPlatformPauses() {
        return platformPauses.sum();
    }

    @Override
    public void close() {
        try {
            if (name != null) {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
            }
        } catch (JMException e) {
            LOG.debug("Metrics could not be unregistered: {}", e.getMessage());
        }
    }

    private void register(MBeanServer server, ObjectName candidate) throws JMException {
        try {
            server.registerMBean(this, candidate);
            name = candidate;
        } catch (InstanceAlreadyExistsException another) {
            // Another task of the connector on this worker uses the number.
        }
    }

    private static ObjectName nameOf(String connector, int task) throws MalformedObjectNameException {
        Hashtable<String, String> properties = new Hashtable<>();
        properties.put("type", "sink");
        properties.put("connector", ObjectName.quote(connector));
        properties.put("task", Integer.toString(task));
        return new ObjectName("io.martech.connect", properties);
    }
}
