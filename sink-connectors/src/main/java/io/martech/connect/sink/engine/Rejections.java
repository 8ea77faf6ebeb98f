package io.martech.connect.sink.engine;

import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Passes rejected records from the request threads to the task's thread, the only one that may report them. A series of
 * rejections for the same reason may be an outage: the first is reported, the others are held back until a record is
 * delivered, the reason changes, or no more follow. So a task that stops because of such a series reports it only once,
 * regardless of how often it is restarted. Thread-safe.
 */
final class Rejections<P> {

    /** The series has ended if nothing was rejected for this long and nothing is in flight. */
    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();

    private final int limit;
    private final TimeSource time;
    private final Queue<Rejection<P>> waiting = new ConcurrentLinkedQueue<>();
    private final List<Rejection<P>> held = new ArrayList<>();
    private String code;
    private int inARow;
    private long lastNanos;

    private record Rejection<P>(PendingRecord<P> delivery, RecordRejectedException reason) {}

    /** @param limit {@code max.consecutive.rejections}: this many in a row with one code stop the task */
    Rejections(int limit, TimeSource time) {
        this.limit = limit;
        this.time = time;
    }

    /**
     * A record was rejected.
     *
     * @param reason the rejection; says where the record is in Kafka
     * @throws ConnectException if the limit is reached: an outage, or a wrong setting
     */
    synchronized void add(PendingRecord<P> delivery, RecordRejectedException reason) {
        if (delivery.isRevoked()) {
            return;
        }
        if (!reason.code().equals(code)) {
            endRun();
            code = reason.code();
        }
        inARow++;
        lastNanos = time.nanoTime();
        if (inARow >= limit) {
            throw new ConnectException(explanation(reason));
        }
        delivery.refused();
        Rejection<P> rejection = new Rejection<>(delivery, reason);
        if (inARow == 1) {
            waiting.add(rejection);
        } else {
            held.add(rejection);
        }
    }

    /** A record was delivered: the next rejection starts a new series. */
    synchronized void delivered() {
        endRun();
    }

    /** Nothing is in flight. */
    synchronized void idle() {
        if (!held.isEmpty() && time.nanoTime() - lastNanos > QUIET_NANOS) {
            release();
        }
    }

    private void endRun() {
        release();
        code = null;
        inARow = 0;
    }

    private void release() {
        waiting.addAll(held);
        held.clear();
    }

    /**
     * Passes on all that may be reported; called on the task's thread. Records of revoked partitions are reported by
     * their next owner.
     */
    void reportTo(ErrantRecords errantRecords) {
        for (Rejection<P> next = waiting.poll(); next != null; next = waiting.poll()) {
            if (!next.delivery.isRevoked()) {
                errantRecords.report(next.delivery.original(), next.delivery.tracked(), next.reason);
            }
        }
    }

    synchronized boolean areWaiting() {
        return !waiting.isEmpty() || !held.isEmpty();
    }

    private String explanation(RecordRejectedException reason) {
        return inARow + " consecutive records were rejected for the same reason (" + code + ") without a"
                + " delivery in between, which suggests an outage or a wrong setting rather than bad records."
                + " The task fails, so that the topic is not drained into the dead-letter topic. Fix the cause"
                + " and restart the task; it continues where it stopped. If the records are indeed the cause,"
                + " raise max.consecutive.rejections. Last rejection: " + reason.safeMessage();
    }
}
