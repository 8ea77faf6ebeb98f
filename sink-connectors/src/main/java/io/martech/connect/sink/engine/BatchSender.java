package io.martech.connect.sink.engine;

import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import java.util.List;
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
    private final RejectionFuse fuse;
    private final boolean rejectionStopsTask;
    private final SinkMetrics metrics;

    /** @param rejectionStopsTask whether nothing may follow a refusal, since the task will fail of it */
    BatchSender(
            Operation<P> operation,
            PlatformClient client,
            Rejections<P> rejections,
            RejectionFuse fuse,
            boolean rejectionStopsTask,
            SinkMetrics metrics) {
        this.operation = operation;
        this.client = client;
        this.rejections = rejections;
        this.fuse = fuse;
        this.rejectionStopsTask = rejectionStopsTask;
        this.metrics = metrics;
    }

    /** Whether to go on after a batch. */
    enum Verdict {
        GO_ON,
        STOP
    }

    /**
     * Sends the records in order.
     *
     * @throws PlatformException if the platform cannot be written to; the task must stop
     * @throws ConnectException if a setting, or an outage, lets records be refused; the task must stop
     * @throws io.martech.connect.client.ClientClosedException if the call was cancelled; what was not settled was not sent, or
     *     may have been
     */
    Verdict send(List<Delivery<P>> deliveries) {
        try {
            List<P> payloads = deliveries.stream().map(Delivery::payload).toList();
            return settle(deliveries, operation.send(payloads, client));
        } catch (RecordRejectedException impossible) {
            return deliveries.size() > 1 ? sendHalves(deliveries) : reject(deliveries.get(0), impossible);
        } catch (PlatformException refused) {
            boolean refusesTheBatch = refused.category() == Category.REJECT || refused.category() == Category.SPLIT;
            if (!refusesTheBatch) {
                throw refused;
            }
            operation.wrongSetting(refused).ifPresent(explanation -> {
                throw new ConnectException(explanation, refused);
            });
            return deliveries.size() > 1 ? sendHalves(deliveries) : reject(deliveries.get(0), reasonOf(refused));
        }
    }

    private Verdict sendHalves(List<Delivery<P>> deliveries) {
        int middle = deliveries.size() / 2;
        Verdict ofFirst = send(deliveries.subList(0, middle));
        return ofFirst == Verdict.STOP ? Verdict.STOP : send(deliveries.subList(middle, deliveries.size()));
    }

    private Verdict settle(List<Delivery<P>> deliveries, List<Outcome> outcomes) {
        Verdict verdict = Verdict.GO_ON;
        for (int index = 0; index < deliveries.size(); index++) {
            Delivery<P> delivery = deliveries.get(index);
            if (outcomes.get(index) instanceof Outcome.Rejected rejected) {
                verdict = reject(delivery, rejected.reason());
            } else {
                delivery.delivered();
                fuse.delivered();
                metrics.countDelivered();
            }
        }
        return verdict;
    }

    private Verdict reject(Delivery<P> delivery, RecordRejectedException reason) {
        RecordRejectedException placed = reason.at(delivery.coordinates());
        Optional<String> outage = fuse.rejected(placed);
        if (outage.isPresent()) {
            throw new ConnectException(outage.get());
        }
        delivery.refused();
        rejections.add(delivery, placed);
        metrics.countRejected();
        return rejectionStopsTask ? Verdict.STOP : Verdict.GO_ON;
    }

    private static RecordRejectedException reasonOf(PlatformException refused) {
        String code = refused.code() == null ? "HTTP " + refused.status() : refused.code();
        return new RecordRejectedException(code, refused.getMessage(), refused.platformMessage(), refused);
    }
}
