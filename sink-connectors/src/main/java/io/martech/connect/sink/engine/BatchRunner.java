package io.martech.connect.sink.engine;

import io.martech.connect.client.ClientClosedException;
import io.martech.connect.sink.dispatch.Batch;
import io.martech.connect.sink.dispatch.OrderedDispatcher;
import io.martech.connect.sink.dispatch.QueuedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Processes a batch, part by part, until it is done or has to wait for another attempt. */
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

    /** Calls that end from now on were cancelled on purpose. */
    void stop() {
        stopping = true;
    }

    /** Never throws: an error becomes the task's failure, which its next {@code put} throws, and nothing more is sent. */
    void run(Batch<PendingRecord<P>> batch) {
        try {
            while (batch.part() != null) {
                List<PendingRecord<P>> wanted = wanted(batch.part());
                Step step = wanted.isEmpty() ? Step.DONE : sender.send(wanted, batch);
                switch (step.kind()) {
                    case DONE -> {
                        batch.part().forEach(dispatcher::finish);
                        batch.partIsDone();
                    }
                    case SPLIT -> batch.splitPart();
                    case RETRY -> {
                        dispatcher.retryAfter(batch, step.delay());
                        return;
                    }
                }
            }
            sender.isOver(batch);
            dispatcher.release(batch);
        } catch (ClientClosedException withdrawn) {
            // Some records of the batch belong to another task now, or nothing may be sent for a while; the rest is
            // still ours.
            Thread.interrupted();
            dispatcher.retryAfter(batch, Duration.ZERO);
        } catch (Throwable fatal) {
            if (!stopping) {
                failure.report(fatal);
            }
            dispatcher.halt();
            dispatcher.release(batch);
        }
    }

    private List<PendingRecord<P>> wanted(List<QueuedRecord<PendingRecord<P>>> part) {
        List<PendingRecord<P>> wanted = new ArrayList<>(part.size());
        for (QueuedRecord<PendingRecord<P>> ticket : part) {
            if (ticket.isCancelled()) {
                dispatcher.finish(ticket);
            } else if (!ticket.item().isOver()) {
                wanted.add(ticket.item());
            }
        }
        return wanted;
    }

    /**
     * What follows an attempt.
     *
     * @param delay the time until the next attempt, if there is one
     */
    record Step(Kind kind, Duration delay) {

        enum Kind {
            /** All records are settled, or will be when their rejection has been reported. */
            DONE,
            /** The records are to be sent in halves. */
            SPLIT,
            RETRY
        }

        static final Step DONE = new Step(Kind.DONE, Duration.ZERO);
        static final Step SPLIT = new Step(Kind.SPLIT, Duration.ZERO);

        static Step retryAfter(Duration delay) {
            return new Step(Kind.RETRY, delay);
        }
    }
}
