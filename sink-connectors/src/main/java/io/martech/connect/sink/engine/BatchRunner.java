package io.martech.connect.sink.engine;

import io.martech.connect.client.ClientClosedException;
import java.util.ArrayList;
import java.util.List;

/** Sees a batch through, from being taken to being released, whatever happens to its request. */
final class BatchRunner<P> {

    private final Lanes<Delivery<P>> lanes;
    private final BatchSender<P> sender;
    private final FirstFailure failure;
    private volatile boolean stopping;

    BatchRunner(Lanes<Delivery<P>> lanes, BatchSender<P> sender, FirstFailure failure) {
        this.lanes = lanes;
        this.sender = sender;
        this.failure = failure;
    }

    /** Calls that end from now on were ended on purpose. */
    void stop() {
        stopping = true;
    }

    /** Never throws: what went wrong becomes the task's failure, and nothing more leaves. */
    void run(Batch<Delivery<P>> batch) {
        try {
            if (sendUntilOver(batch) == BatchSender.Verdict.STOP) {
                lanes.halt();
            }
            batch.tickets().forEach(lanes::finish);
        } catch (Throwable fatal) {
            if (!stopping) {
                failure.report(fatal);
            }
            lanes.halt();
        } finally {
            lanes.release(batch);
        }
    }

    private BatchSender.Verdict sendUntilOver(Batch<Delivery<P>> batch) {
        List<Delivery<P>> remaining = wanted(batch);
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

    private List<Delivery<P>> wanted(Batch<Delivery<P>> batch) {
        List<Delivery<P>> wanted = new ArrayList<>(batch.size());
        for (Ticket<Delivery<P>> ticket : batch.tickets()) {
            if (!ticket.isCancelled() && !ticket.item().isOver()) {
                wanted.add(ticket.item());
            }
        }
        return wanted;
    }
}
