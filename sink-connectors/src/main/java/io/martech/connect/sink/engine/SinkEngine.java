package io.martech.connect.sink.engine;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.sink.dispatch.OrderedDispatcher;
import io.martech.connect.sink.operation.Coordinates;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.Operation;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.operation.RecordSkippedException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Delivers records at least once and in order per identity, with many requests in parallel. Every method belongs to the
 * task's thread, and none waits for the network except {@link #close} and {@link #stop}, which have a time limit.
 */
public final class SinkEngine<P> {

    private static final long MILLISECONDS_UNTIL_NEXT_PUT = 100;
    private static final Duration PATIENCE_OF_CLOSE = Duration.ofSeconds(3);
    private static final Duration PATIENCE_OF_STOP = Duration.ofMillis(500);

    private final Operation<P> operation;
    private final PlatformClient client;
    private final Ordering ordering;
    private final SinkTaskContext context;
    private final EngineSettings settings;
    private final TimeSource time;
    private final OrderedDispatcher<PendingRecord<P>> dispatcher;
    private final BatchRunner<P> runner;
    private final RequestThreads<P> threads;
    private final FrameworkHeartbeat heartbeat;
    private final FirstFailure failure = new FirstFailure();
    private final OffsetTracker offsets = new OffsetTracker();
    private final List<Rejections<P>> rejections;
    private final Rejections<P> unmappable;
    private final SkippedRecords skipped;
    private final ErrantRecords errantRecords;
    private final PartitionPauser pauser;
    private final SinkMetrics metrics;

    /**
     * Starts the request threads; makes no network call.
     *
     * @param client closed by {@link #stop()}
     * @param inFlightLimit read before each request: the maximum number of concurrent requests
     */
    public SinkEngine(
            Operation<P> operation,
            PlatformClient client,
            IntSupplier inFlightLimit,
            SinkTaskContext context,
            EngineSettings settings,
            TimeSource time) {
        ErrantRecordReporter reporter = context.errantRecordReporter();
        boolean rejectionStopsTask = reporter == null || !settings.toleratesRejections();
        Rejections<P> refused = new Rejections<>(settings.maxConsecutiveRejections(), time);
        Rejections<P> impossible = new Rejections<>(settings.maxConsecutiveRejections(), time);
        this.operation = operation;
        this.client = client;
        this.ordering = settings.ordering();
        this.context = context;
        this.settings = settings;
        this.time = time;
        this.unmappable = new Rejections<>(settings.maxConsecutiveRejections(), time);
        this.rejections = List.of(unmappable, impossible, refused);
        this.errantRecords = new ErrantRecords(reporter, failure);
        this.pauser = new PartitionPauser(context, settings.backlog());
        this.heartbeat = new FrameworkHeartbeat(time);
        this.dispatcher = new OrderedDispatcher<>(inFlightLimit, heartbeat::isAlive, settings.batches(), time);
        this.metrics = new SinkMetrics(dispatcher::size, dispatcher::bytes, time);
        this.skipped = new SkippedRecords(settings.converter(), metrics);
        BatchSender<P> sender = new BatchSender<>(
                operation,
                client,
                settings,
                dispatcher,
                refused,
                impossible,
                rejectionStopsTask,
                skipped,
                metrics,
                time);
        this.runner = new BatchRunner<>(dispatcher, sender, failure);
        this.threads = new RequestThreads<>(settings.maxInFlight(), dispatcher, runner);
        threads.start();
        metrics.register(settings.connector());
    }

    /**
     * Accepts records for delivery, and reports the rejections of earlier ones.
     *
     * @throws ConnectException if the task must stop: with the reason and what can be done
     */
    public void put(Collection<SinkRecord> records) {
        frameworkCalled();
        errantRecords.settleConfirmed();
        rejections.forEach(run -> run.reportTo(errantRecords));
        failure.throwIfHappened();
        records.forEach(this::accept);
        unmappable.reportTo(errantRecords);
        if (dispatcher.size() == 0) {
            rejections.forEach(Rejections::idle);
        }
        pauseOrResume();
    }

    /** The offsets to commit, of those that the framework offers. Never throws. */
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> offered) {
        frameworkCalled();
        errantRecords.settleConfirmed();
        return offsets.committable(offered);
    }

    /** Partitions were assigned: pauses or resumes them at once, since the next {@code put} may be a minute away. */
    public void open() {
        pauser.assignmentChanged();
        pauseOrResume();
    }

    /**
     * Releases partitions: drops their queued records and those waiting for another attempt, and waits, at most 3 s, for
     * requests being sent, so that the next owner's requests do not overtake them.
     */
    public void close(Collection<TopicPartition> partitions) {
        Set<TopicPartition> closed = new HashSet<>(partitions);
        Predicate<PendingRecord<P>> isClosed = delivery -> closed.contains(delivery.topicPartition());
        offsets.closed(closed);
        errantRecords.closed(closed);
        dispatcher.cancel(isClosed);
        threads.interruptThoseSending(batch -> batch.holdsAny(isClosed) && !dispatcher.isOnTheWire(batch));
        try {
            if (!dispatcher.awaitNoneOnTheWire(isClosed, PATIENCE_OF_CLOSE)) {
                threads.interruptThoseSending(batch -> batch.holdsAny(isClosed));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        pauser.assignmentChanged();
    }

    /** Stops everything within a second; what is in flight may or may not arrive and will be sent again. */
    public void stop() {
        runner.stop();
        dispatcher.close();
        client.close();
        threads.stop(PATIENCE_OF_STOP);
        metrics.close();
    }

    private void frameworkCalled() {
        if (heartbeat.called()) {
            dispatcher.mayLeaveAgain();
        }
    }

    private void accept(SinkRecord record) {
        Coordinates coordinates = Coordinates.of(record);
        OffsetTracker.Tracked tracked = offsets.received(coordinates, time.nanoTime());
        try {
            Optional<Message<P>> message = operation.map(record);
            unmappable.delivered();
            if (message.isPresent()) {
                queue(record, coordinates, tracked, message.get());
            } else {
                metrics.countSkipped();
                tracked.settle();
            }
        } catch (RecordSkippedException nothing) {
            skipped.skipped(coordinates, nothing.getMessage());
            tracked.settle();
        } catch (RecordRejectedException reason) {
            reject(record, coordinates, tracked, reason);
        } catch (RuntimeException fault) {
            reject(record, coordinates, tracked, RecordRejectedException.unmappable(fault));
        }
    }

    private void reject(
            SinkRecord record, Coordinates coordinates, OffsetTracker.Tracked tracked, RecordRejectedException reason) {
        unmappable.add(new PendingRecord<>(record, coordinates, tracked, null), reason.at(coordinates));
        metrics.countRejected();
    }

    private void queue(SinkRecord record, Coordinates coordinates, OffsetTracker.Tracked tracked, Message<P> message) {
        Set<Object> conflicts = ordering.conflicts(record, message.identities());
        PendingRecord<P> delivery = new PendingRecord<>(record, coordinates, tracked, message.payload());
        dispatcher.add(delivery, conflicts, message.addressee(), message.subject(), RecordSize.of(record));
    }

    private void pauseOrResume() {
        int backlog = dispatcher.size();
        boolean platformIsPaused = backlog > 0 && client.isPaused();
        metrics.platformIsPaused(platformIsPaused);
        metrics.oldestUnsettledIs(offsets.oldest().orElse(null));
        // More than the backlog while reports to the dead letter queue are not confirmed.
        int held = Math.max(backlog, offsets.countOutstanding());
        pauser.adjust(
                held,
                dispatcher.bytes(),
                platformIsPaused,
                offsets.furtherThan(settings.backlog().distance()));
        boolean isBusy = backlog > 0
                || pauser.isPaused()
                || rejections.stream().anyMatch(Rejections::areWaiting)
                || errantRecords.areUnconfirmed();
        heartbeat.expectCall(isBusy);
        if (isBusy) {
            context.timeout(MILLISECONDS_UNTIL_NEXT_PUT);
        }
    }
}
