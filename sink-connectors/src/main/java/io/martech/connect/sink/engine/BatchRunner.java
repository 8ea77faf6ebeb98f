package io.martech.connect.sink.engine;

import io.martech.connect.client.ClientClosedException;
import io.martech.connect.sink.dispatch.Batch;
import io.martech.connect.sink.dispatch.OrderedDispatcher;
import io.martech.connect.sink.dispatch.QueuedRecord;
import java.util.ArrayList;
import java.util.List;

/** Sees a batch through, from being taken to being released, whatever happens to its request. */
final class BatchRunner<P> {

    private final OrderedDispatcher<PendingRecord<P>> dispatcher;
    private final BatchSender<P> sender;
    private final FirstFailure failure;
    private volatile boolean stopping;

    BatchRunner(OrderedDispatcher<PendingRecord<P>> dispatcher, BatchSender<P> sender, FirstFailure failure) {
        this.dispatcher = dispatcher;
        this.sender = sender;
        this.failure = failure;
    }

    /** Calls that end from now on were ended on purpose. */
    void stop() {
        stopping = true;
    }

    /** Never throws: what went wrong becomes the task's failure, and nothing more leaves. */
    void run(Batch<PendingRecord<P>> batch) {
        try {
            if (sendUntilOver(batch) == BatchSender.Verdict.STOP) {
                dispatcher.halt();
            }
            batch.tickets().forEach(dispatcher::finish);
        } catch (Throwable fatal) {
            if (!stopping) {
                failure.report(fatal);
            }
            dispatcher.halt();
        } finally {
            dispatcher.release(batch);
        }
    }

    private BatchSender.Verdict sendUntilOver(Batch<PendingRecord<P>> batch) {
        List<PendingRecord<P>> remaining = wanted(batch);
        while (!remaining.isEmpty()) {
            try {
                return sender.send(remaining);
            } catch (ClientClosedException interrupted) {
                if (stopping) {
                    throw interrupted;
                }
                // Some of the batch belongs to another task now; the rest is still ours, and may not have arrived.
                Thread.interrupted();
                remaining = wanted(batch);
            }
        }
        return BatchSender.Verdict.GO_ON;
    }

    private List<PendingRecord<P>> wanted(Batch<PendingRecord<P>> batch) {
        List<PendingRecord<P>> wanted = new ArrayList<>(batch.size());
        for (QueuedRecord<PendingRecord<P>> ticket : batch.tickets()) {
            if (!ticket.isCancelled() && !ticket.item().isOver()) {
                wanted.add(ticket.item());
            }
        }
        return wanted;
    }
}
