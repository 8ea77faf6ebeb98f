package io.martech.connect.sink.engine;

import io.martech.connect.client.Category;
import io.martech.connect.client.ClientClosedException;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.RequestGate;
import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.dispatch.Batch;
import io.martech.connect.sink.dispatch.OrderedDispatcher;
import io.martech.connect.sink.engine.BatchRunner.Step;
import io.martech.connect.sink.lookup.LookupFailedException;
import io.martech.connect.sink.operation.Operation;
import io.martech.connect.sink.operation.Outcome;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Makes one attempt at a part of a batch and decides what the response means for each of its records. A part that is
 * rejected as a whole is sent again in halves, in order, until the offending record is alone. Thread-safe.
 */
final class BatchSender<P> {

    private final Operation<P> operation;
    private final PlatformClient client;
    private final EngineSettings settings;
    private final OrderedDispatcher<PendingRecord<P>> dispatcher;
    private final Rejections<P> refused;
    private final Rejections<P> impossible;
    private final boolean rejectionStopsTask;
    private final SkippedRecords skipped;
    private final RetryRule rule;
    private final SinkMetrics metrics;
    private final TimeSource time;

    /**
     * @param refused the records that the platform rejected
     * @param impossible the records that cannot be sent at all
     * @param rejectionStopsTask whether nothing may be sent after a rejection, since the task will fail because of it
     */
    BatchSender(
            Operation<P> operation,
            PlatformClient client,
            EngineSettings settings,
            OrderedDispatcher<PendingRecord<P>> dispatcher,
            Rejections<P> refused,
            Rejections<P> impossible,
            boolean rejectionStopsTask,
            SkippedRecords skipped,
            SinkMetrics metrics,
            TimeSource time) {
        this.operation = operation;
        this.client = client;
        this.settings = settings;
        this.dispatcher = dispatcher;
        this.refused = refused;
        this.impossible = impossible;
        this.rejectionStopsTask = rejectionStopsTask;
        this.skipped = skipped;
        this.rule = new RetryRule(settings.retry(), metrics, time);
        this.metrics = metrics;
        this.time = time;
    }

    /**
     * Makes an attempt at the records, in order, without those that cannot be sent at all. If the task stops because of
     * these, nothing after the first of them is sent: its offset is not committed, so all following records are read
     * again after a restart.
     *
     * @param deliveries the remaining records of the next part of the batch
     * @throws PlatformException if the platform cannot be written to; the task must stop
     * @throws ConnectException if a setting, an outage, or a rejected record that cannot be reported stops the task
     * @throws ClientClosedException if the call was cancelled, or must not be sent now; unsettled records may or may not
     *     have been sent
     */
    Step send(List<PendingRecord<P>> deliveries, Batch<PendingRecord<P>> batch) {
        batch.attempts().begin(time.nanoTime());
        Map<Integer, RecordRejectedException> reasons;
        try {
            reasons = operation.impossible(payloadsOf(deliveries));
        } catch (RuntimeException failure) {
            return after(failure, deliveries, batch);
        }
        return reasons.isEmpty() ? sendPossible(deliveries, batch) : sendWithout(reasons, deliveries, batch);
    }

    /** The batch is done. */
    void isOver(Batch<PendingRecord<P>> batch) {
        rule.isOver(batch);
    }

    private Step sendWithout(
            Map<Integer, RecordRejectedException> reasons,
            List<PendingRecord<P>> deliveries,
            Batch<PendingRecord<P>> batch) {
        int first = Collections.min(reasons.keySet());
        if (rejectionStopsTask) {
            Step before = sendPossible(deliveries.subList(0, first), batch);
            if (before.kind() != Step.Kind.DONE) {
                return before;
            }
        }
        List<PendingRecord<P>> possible = new ArrayList<>();
        for (int index = 0; index < deliveries.size(); index++) {
            PendingRecord<P> delivery = deliveries.get(index);
            RecordRejectedException reason = reasons.get(index);
            if (delivery.isOver()) {
                continue;
            }
            if (reason == null) {
                impossible.delivered();
                possible.add(delivery);
                continue;
            }
            try {
                reject(delivery, reason, impossible);
            } catch (ConnectException stop) {
                Step before = sendPossible(notOver(deliveries.subList(0, first)), batch);
                if (before.kind() != Step.Kind.DONE) {
                    return before;
                }
                throw stop;
            }
        }
        return sendPossible(possible, batch);
    }

    private Step sendPossible(List<PendingRecord<P>> deliveries, Batch<PendingRecord<P>> batch) {
        if (deliveries.isEmpty()) {
            return Step.DONE;
        }
        List<Outcome> outcomes;
        try {
            outcomes = outcomesOf(deliveries, batch);
        } catch (RuntimeException failure) {
            return after(failure, deliveries, batch);
        }
        return settle(deliveries, outcomes, batch);
    }

    private List<Outcome> outcomesOf(List<PendingRecord<P>> deliveries, Batch<PendingRecord<P>> batch) {
        PlatformClient writing = new WritingClient(client, new Gate(batch), settings.codes());
        List<P> payloads = payloadsOf(deliveries);
        return batch.refusal() == null
                ? operation.send(payloads, writing)
                : operation.sendPart(payloads, batch.refusal(), writing);
    }

    private Step after(RuntimeException failure, List<PendingRecord<P>> deliveries, Batch<PendingRecord<P>> batch) {
        if (failure instanceof RecordRejectedException unsendable) {
            return splitOrReject(deliveries, unsendable);
        }
        if (failure instanceof PlatformException refusal) {
            return afterRefusal(refusal, deliveries, batch);
        }
        if (failure instanceof LookupFailedException lookup) {
            return Step.retryAfter(
                    rule.afterLookup(lookup.reason(), deliveries, batch).delay());
        }
        boolean isMeant = failure instanceof ConnectException || failure instanceof ClientClosedException;
        if (isMeant || batch.attempts().hasLeft()) {
            throw failure;
        }
        return splitOrReject(deliveries, RecordRejectedException.unmappable(failure));
    }

    private Step afterRefusal(
            PlatformException failure, List<PendingRecord<P>> deliveries, Batch<PendingRecord<P>> batch) {
        if (failure.category() != Category.REJECT && failure.category() != Category.SPLIT) {
            RetryRule.Decision decision = rule.after(failure, deliveries, batch);
            if (decision instanceof RetryRule.Reject reject) {
                reject(deliveries.get(0), reject.reason(), refused);
                return Step.DONE;
            }
            return decision instanceof RetryRule.Retry retry ? Step.retryAfter(retry.delay()) : split(failure, batch);
        }
        operation.wrongSetting(failure).ifPresent(explanation -> {
            throw new ConnectException(explanation, failure);
        });
        if (deliveries.size() > 1) {
            return split(failure, batch);
        }
        reject(deliveries.get(0), reasonOf(failure, batch.attempts().bodyBytes()), refused);
        return Step.DONE;
    }

    private Step split(PlatformException failure, Batch<PendingRecord<P>> batch) {
        batch.refusedBy(failure);
        return Step.SPLIT;
    }

    private Step splitOrReject(List<PendingRecord<P>> deliveries, RecordRejectedException reason) {
        if (deliveries.size() > 1) {
            return Step.SPLIT;
        }
        reject(deliveries.get(0), reason, refused);
        return Step.DONE;
    }

    // Accepted records are settled before a rejection is evaluated, since that may stop the task: they need not be sent
    // again.
    private Step settle(List<PendingRecord<P>> deliveries, List<Outcome> outcomes, Batch<PendingRecord<P>> batch) {
        for (int index = 0; index < deliveries.size(); index++) {
            if (outcomes.get(index) instanceof Outcome.Delivered) {
                deliveries.get(index).settled();
                metrics.countDelivered();
                skipped.delivered();
                rule.accepted(batch);
            }
        }
        for (int index = 0; index < deliveries.size(); index++) {
            PendingRecord<P> delivery = deliveries.get(index);
            if (outcomes.get(index) instanceof Outcome.Rejected rejected) {
                reject(delivery, rejected.reason(), refused);
            } else if (outcomes.get(index) instanceof Outcome.Skipped nothing) {
                skipped.skipped(delivery.coordinates(), nothing.reason());
                delivery.settled();
            } else {
                refused.delivered();
            }
        }
        return Step.DONE;
    }

    private void reject(PendingRecord<P> delivery, RecordRejectedException reason, Rejections<P> run) {
        if (delivery.isRevoked()) {
            return;
        }
        RecordRejectedException placed = reason.at(delivery.coordinates());
        run.add(delivery, placed);
        metrics.countRejected();
        if (rejectionStopsTask) {
            throw ErrantRecords.stop(placed);
        }
    }

    private List<PendingRecord<P>> notOver(List<PendingRecord<P>> deliveries) {
        return deliveries.stream().filter(delivery -> !delivery.isOver()).toList();
    }

    private List<P> payloadsOf(List<PendingRecord<P>> deliveries) {
        return deliveries.stream().map(PendingRecord::payload).toList();
    }

    private static RecordRejectedException reasonOf(PlatformException refused, long bodyBytes) {
        String code = refused.code() == null ? "HTTP " + refused.status() : refused.code();
        String size = refused.category() == Category.SPLIT ? " The request has a body of " + bodyBytes + " bytes." : "";
        return new RecordRejectedException(code, refused.getMessage() + size, refused.platformMessage(), refused);
    }

    /** The gate of the requests of a batch. */
    private final class Gate implements RequestGate {

        private final Batch<PendingRecord<P>> batch;

        private Gate(Batch<PendingRecord<P>> batch) {
            this.batch = batch;
        }

        @Override
        public boolean enter(long bodyBytes) {
            boolean enters = dispatcher.enterWire(batch);
            if (enters) {
                batch.attempts().leave(time.nanoTime(), bodyBytes);
            }
            return enters;
        }

        @Override
        public void leave() {
            dispatcher.leaveWire(batch);
        }

        @Override
        public boolean isForbidden() {
            return batch.attempts().isForbidden();
        }

        @Override
        public boolean isRetry() {
            return batch.attempts().failures() > 0;
        }
    }
}
