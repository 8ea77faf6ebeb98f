package io.martech.connect.sink.engine;

import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that the platform refused, on their way from the threads that send to the task's thread, the only one that may
 * report them.
 */
final class Rejections<P> {

    private final Queue<Rejection<P>> waiting = new ConcurrentLinkedQueue<>();

    private record Rejection<P>(PendingRecord<P> delivery, RecordRejectedException reason) {}

    /** May be called by any thread. */
    void add(PendingRecord<P> delivery, RecordRejectedException reason) {
        waiting.add(new Rejection<>(delivery, reason));
    }

    /** Hands all of them over; called on the task's thread. */
    void reportTo(ErrantRecords errantRecords) {
        for (Rejection<P> next = waiting.poll(); next != null; next = waiting.poll()) {
            errantRecords.report(next.delivery.original(), next.delivery.tracked(), next.reason);
        }
    }

    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    /** What belongs to another task now will be refused, and reported, there. */
    void closed(Collection<TopicPartition> partitions) {
        waiting.removeIf(rejection -> partitions.contains(rejection.delivery.topicPartition()));
    }
}
