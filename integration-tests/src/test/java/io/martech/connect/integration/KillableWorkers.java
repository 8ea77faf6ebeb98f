package io.martech.connect.integration;

import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Workers that tests kill. */
final class KillableWorkers {

    private KillableWorkers() {}

    /**
     * Kafka misses a killed worker and its consumers after two seconds instead of ten and 45. A worker that replaces it cannot
     * read the stored offsets before the killed one's open transaction has timed out: after five seconds instead of sixty.
     */
    static WorkerSettings settings() {
        return WorkerSettings.small()
                .with("session.timeout.ms", "2000")
                .with("heartbeat.interval.ms", "500")
                .with("consumer.session.timeout.ms", "2000")
                .with("consumer.heartbeat.interval.ms", "500")
                .with("producer.transaction.timeout.ms", "5000");
    }

    /** Kills it. Waits for an effect, not for a status: after a kill, the status is that of before for a while. */
    static <T> void killWhen(LocalConnectWorker worker, Callable<T> observed, Predicate<T> effect) {
        Patience.until(Duration.ofMillis(50), observed, effect);
        worker.kill();
    }
}
