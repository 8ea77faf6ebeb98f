package io.martech.connect.source.engine;

import io.martech.connect.source.chunk.ChunkStats;
import io.martech.connect.source.chunk.Cursor;
import io.martech.connect.source.chunk.PlatformTime;
import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.util.Hashtable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import javax.management.JMException;
import javax.management.MBeanRegistration;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of one resource, as {@code io.martech.connect:type=source,connector=…,resource=…}. Connect's own metrics
 * API exists only since 4.1; JMX is available everywhere.
 */
final class ResourceMetrics implements ResourceMetricsMXBean, MBeanRegistration, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ResourceMetrics.class);

    private final Resource resource;
    private final AckTracker confirmations;
    private final LongAdder rows = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final AtomicLong lateRows = new AtomicLong();
    private final AtomicLong oldestLateMillis = new AtomicLong();
    private final AtomicLong clockOffsetMillis = new AtomicLong();
    private final ResourceHealth health;
    private volatile ObjectName name;
    private volatile boolean isPublished;

    ResourceMetrics(Resource resource, AckTracker confirmations, ResourceHealth health) {
        this.health = health;
        this.resource = resource;
        this.confirmations = confirmations;
    }

    /** Registers the MBean; if that fails, reading continues without metrics. */
    void register(String connector) {
        try {
            ObjectName own = nameOf(connector);
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            if (server.isRegistered(own)) {
                // A task that is being replaced may not have stopped yet: the newer one takes over the name.
                server.unregisterMBean(own);
            }
            name = own;
            server.registerMBean(this, own);
        } catch (JMException e) {
            log.warn("{}: metrics are not published: {}", resource.name(), e.getMessage());
        }
    }

    @Override
    public ObjectName preRegister(MBeanServer server, ObjectName own) {
        return own;
    }

    @Override
    public void postRegister(Boolean isDone) {
        isPublished = isDone;
    }

    @Override
    public void preDeregister() {
        // There is nothing to release.
    }

    /**
     * Called after closing, or when a task that replaces this one takes over the name: the MBean registered from then on
     * is that task's.
     */
    @Override
    public void postDeregister() {
        isPublished = false;
    }

    void count(ReadChunk read) {
        ChunkStats facts = read.chunk().facts();
        rows.add(read.rows());
        requests.add(facts.requests());
        lateRows.set(facts.lateRows());
        Long oldest = facts.oldestLateMillis();
        oldestLateMillis.set(oldest == null ? 0 : oldest);
        if (read.chunk().slice() == null) {
            clockOffsetMillis.set(read.chunk().next().number(Cursor.CLOCK_OFFSET, 0));
        }
    }

    @Override
    public long getRows() {
        return rows.sum();
    }

    @Override
    public long getRequests() {
        return requests.sum();
    }

    @Override
    public long getLateRows() {
        return lateRows.get();
    }

    @Override
    public long getOldestLateMs() {
        return oldestLateMillis.get();
    }

    @Override
    public long getClockOffsetMs() {
        return clockOffsetMillis.get();
    }

    @Override
    public long getWarnings() {
        return resource.warnings().getAsLong();
    }

    @Override
    public long getMalformedRows() {
        return health.malformedRows();
    }

    @Override
    public long getLostRecords() {
        return health.lostRecords();
    }

    @Override
    public long getFailures() {
        return health.failures();
    }

    @Override
    public long getFailingMs() {
        return health.failingMillis();
    }

    @Override
    public String getFailure() {
        return health.failure();
    }

    @Override
    public String getCompleteUpTo() {
        LocalDateTime time = confirmations.completeUpTo();
        return time == null ? "" : PlatformTime.format(time);
    }

    @Override
    public void close() {
        try {
            if (isPublished) {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
            }
        } catch (JMException e) {
            log.debug("{}: metrics could not be unregistered: {}", resource.name(), e.getMessage());
        }
    }

    private ObjectName nameOf(String connector) throws MalformedObjectNameException {
        Hashtable<String, String> properties = new Hashtable<>();
        properties.put("type", "source");
        properties.put("connector", ObjectName.quote(connector));
        properties.put("resource", resource.name());
        return new ObjectName("io.martech.connect", properties);
    }
}
