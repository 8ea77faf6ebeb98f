package io.martech.connect.sink.engine;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Sends one batch and decides what its answer means for each of its records. A batch that is refused as a whole is sent
 * again in halves, in order, until the culprit stands alone. Safe for use by many threads.
 */
final class BatchSender<P> {

    private final Operation<P> operation;
    private final PlatformClient client;
    private final Rejections<P> rejections;
    private final ConsecutiveRejectionLimit fuse;
    private final ConsecutiveRejectionLimit impossibleFuse;
    private final boolean rejectionStopsTask;
    private final SinkMetrics metrics;

    /**
     * @param fuse for what the platform refuses
     * @param impossibleFuse for what cannot be sent at all
     * @param rejectionStopsTask whether nothing may follow a refusal, since the task will fail of it
     */
    BatchSender(
            Operation<P> operation,
            PlatformClient client,
            Rejections<P> rejections,
            ConsecutiveRejectionLimit fuse,
            ConsecutiveRejectionLimit impossibleFuse,
            boolean rejectionStopsTask,
            SinkMetrics metrics) {
        this.operation = operation;
        this.client = client;
        this.rejections = rejections;
        this.fuse = fuse;
        this.impossibleFuse = impossibleFuse;
        this.rejectionStopsTask = rejectionStopsTask;
        this.metrics = metrics;
    }

    /** Whether to go on after a batch. */
    enum Verdict {
        GO_ON,
        STOP
    }

    /** How payloads leave: as a whole, or as a part of what has been refused. */
    private interface Sending<P> {

        List<Outcome> of(List<P> payloads);
    }

    /**
     * Sends the records in order, without those that cannot be sent at all. If the task stops because of these, nothing behind
     * the first of them is sent: its offset is not committed, so all that follows it comes again after a restart.
     *
     * @throws PlatformException if the platform cannot be written to; the task must stop
     * @throws ConnectException if a setting, or an outage, lets records be refused; the task must stop
     * @throws io.martech.connect.client.ClientClosedException if the call was cancelled; what was not settled was not sent, or
     *     may have been
     */
    Verdict send(List<PendingRecord<P>> deliveries) {
        return send(deliveries, payloads -> operation.send(payloads, client));
    }

    private Verdict send(List<PendingRecord<P>> deliveries, Sending<P> sending) {
        Map<Integer, RecordRejectedException> impossible = operation.impossible(payloadsOf(deliveries));
        return impossible.isEmpty() ? sendPossible(deliveries, sending) : sendWithout(impossible, deliveries, sending);
    }

    private Verdict sendWithout(
            Map<Integer, RecordRejectedException> impossible, List<PendingRecord<P>> deliveries, Sending<P> sending) {
        List<PendingRecord<P>> possible = new ArrayList<>();
        for (int index = 0; index < deliveries.size(); index++) {
            PendingRecord<P> delivery = deliveries.get(index);
            RecordRejectedException reason = impossible.get(index);
            if (reason == null) {
                impossibleFuse.delivered();
                possible.add(delivery);
                continue;
            }
            RecordRejectedException placed = reason.at(delivery.coordinates());
            Optional<String> outage = impossibleFuse.rejected(placed);
            if (outage.isEmpty()) {
                setAside(delivery, placed);
            }
            if (outage.isPresent() || rejectionStopsTask) {
                sendPossible(deliveries.subList(0, Collections.min(impossible.keySet())), sending);
                throwIfPresent(outage);
                return Verdict.STOP;
            }
        }
        return sendPossible(possible, sending);
    }

    private Verdict sendPossible(List<PendingRecord<P>> deliveries, Sending<P> sending) {
        if (deliveries.isEmpty()) {
            return Verdict.GO_ON;
        }
        try {
            return settle(deliveries, sending.of(payloadsOf(deliveries)));
        } catch (RecordRejectedException impossible) {
            return deliveries.size() > 1 ? sendHalves(deliveries, sending) : reject(deliveries.get(0), impossible);
        } catch (PlatformException refused) {
            boolean refusesTheBatch = refused.category() == Category.REJECT || refused.category() == Category.SPLIT;
            if (!refusesTheBatch) {
                throw refused;
            }
            operation.wrongSetting(refused).ifPresent(explanation -> {
                throw new ConnectException(explanation, refused);
            });
            Sending<P> ofParts = payloads -> operation.sendPart(payloads, refused, client);
            return deliveries.size() > 1
                    ? sendHalves(deliveries, ofParts)
                    : reject(deliveries.get(0), reasonOf(refused));
        }
    }

    private Verdict sendHalves(List<PendingRecord<P>> deliveries, Sending<P> sending) {
        int middle = deliveries.size() / 2;
        Verdict ofFirst = send(deliveries.subList(0, middle), sending);
        return ofFirst == Verdict.STOP ? Verdict.STOP : send(deliveries.subList(middle, deliveries.size()), sending);
    }

    // What was delivered is settled before a refusal is judged, since that may stop the task: it need not be sent
    // again.
    private Verdict settle(List<PendingRecord<P>> deliveries, List<Outcome> outcomes) {
        for (int index = 0; index < deliveries.size(); index++) {
            if (outcomes.get(index) instanceof Outcome.Delivered) {
                deliveries.get(index).delivered();
                metrics.countDelivered();
            }
        }
        Verdict verdict = Verdict.GO_ON;
        for (int index = 0; index < deliveries.size(); index++) {
            if (outcomes.get(index) instanceof Outcome.Rejected rejected) {
                verdict = reject(deliveries.get(index), rejected.reason());
            } else {
                fuse.delivered();
            }
        }
        return verdict;
    }

    private Verdict reject(PendingRecord<P> delivery, RecordRejectedException reason) {
        RecordRejectedException placed = reason.at(delivery.coordinates());
        throwIfPresent(fuse.rejected(placed));
        setAside(delivery, placed);
        return rejectionStopsTask ? Verdict.STOP : Verdict.GO_ON;
    }

    private void setAside(PendingRecord<P> delivery, RecordRejectedException placed) {
        delivery.refused();
        rejections.add(delivery, placed);
        metrics.countRejected();
    }

    private static void throwIfPresent(Optional<String> outage) {
        outage.ifPresent(reason -> {
            throw new ConnectException(reason);
        });
    }

    private List<P> payloadsOf(List<PendingRecord<P>> deliveries) {
        return deliveries.stream().map(PendingRecord::payload).toList();
    }

    private static RecordRejectedException reasonOf(PlatformException refused) {
        String code = refused.code() == null ? "HTTP " + refused.status() : refused.code();
        return new RecordRejectedException(code, refused.getMessage(), refused.platformMessage(), refused);
    }
}
