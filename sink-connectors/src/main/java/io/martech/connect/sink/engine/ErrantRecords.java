package io.martech.connect.sink.engine;

import io.martech.connect.sink.operation.Coordinates;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Passes rejected records to the framework's reporter, and settles a record only when its report is confirmed. Belongs to
 * the task's thread: the reporter must not be called from another.
 */
final class ErrantRecords {

    private final ErrantRecordReporter reporter;
    private final FirstFailure failure;
    private final Queue<Report> unconfirmed = new ArrayDeque<>();

    private record Report(TopicPartition partition, OffsetTracker.Tracked tracked, Future<Void> confirmation) {}

    /** @param reporter null if the connector has no dead letter queue: then a rejection stops the task */
    ErrantRecords(ErrantRecordReporter reporter, FirstFailure failure) {
        this.reporter = reporter;
        this.failure = failure;
    }

    /**
     * Reports a record as received from the framework.
     *
     * @throws ConnectException if it cannot be reported, without personal data; the record stays unsettled
     */
    void report(SinkRecord original, OffsetTracker.Tracked tracked, RecordRejectedException reason) {
        if (reporter == null) {
            throw stop(reason);
        }
        TopicPartition partition = Coordinates.of(original).topicPartition();
        unconfirmed.add(new Report(partition, tracked, confirmation(original, reason)));
    }

    /** The error of a task that has no dead letter queue for its rejected records, without personal data. */
    static ConnectException stop(RecordRejectedException reason) {
        return new ConnectException(reason.safeMessage() + " The task fails, since there is no dead-letter topic: set"
                + " errors.tolerance=all and errors.deadletterqueue.topic.name to divert such records.");
    }

    /** Settles the records whose report was confirmed; a failed report becomes the task's failure. Never throws. */
    void settleConfirmed() {
        for (Iterator<Report> reports = unconfirmed.iterator(); reports.hasNext(); ) {
            Report report = reports.next();
            if (report.confirmation.isDone()) {
                reports.remove();
                settle(report);
            }
        }
    }

    boolean areUnconfirmed() {
        return !unconfirmed.isEmpty();
    }

    void closed(Collection<TopicPartition> partitions) {
        unconfirmed.removeIf(report -> partitions.contains(report.partition));
    }

    // The reporter's exception has ours as its cause, with the platform's message: it must not reach the task's status.
    private Future<Void> confirmation(SinkRecord original, RecordRejectedException reason) {
        try {
            return reporter.report(original, reason);
        } catch (ConnectException refused) {
            throw new ConnectException(reason.safeMessage()
                    + " The task fails, since errors.tolerance does not tolerate it (" + refused.getMessage() + ").");
        }
    }

    private void settle(Report report) {
        try {
            report.confirmation.get();
            report.tracked.settle();
        } catch (ExecutionException failed) {
            failure.report(new ConnectException(
                    "A rejected record could not be written to the dead-letter topic: " + failed.getCause(),
                    failed.getCause()));
        } catch (CancellationException cancelled) {
            failure.report(new ConnectException("A report to the dead-letter topic was cancelled.", cancelled));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
