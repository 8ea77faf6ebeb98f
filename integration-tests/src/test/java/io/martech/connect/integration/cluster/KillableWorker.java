package io.martech.connect.integration.cluster;

import io.martech.connect.integration.Patience;
import io.martech.connect.sandbox.cluster.ConnectRestClient;
import io.martech.connect.sandbox.cluster.LocalConnectWorker;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/**
 * A worker that tests kill.
 *
 * <p>What Kafka does when it misses a client for long enough, it is told to do at once after each kill: open transactions are
 * aborted, and consumers leave their groups. So the timeouts for that need not be short, and nobody is missed who is alive on a
 * busy machine.
 */
public final class KillableWorker implements AutoCloseable {

    private static final Duration BETWEEN_OBSERVATIONS = Duration.ofMillis(50);

    private final LocalConnectWorker worker;
    private final String name;
    private final String bootstrapServers;

    private KillableWorker(LocalConnectWorker worker, String name, String bootstrapServers) {
        this.worker = worker;
        this.name = name;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts it.
     *
     * @param name of its Connect cluster, from {@link TestCluster#uniqueName}
     */
    public static KillableWorker start(TestCluster cluster, String name, WorkerSettings settings) {
        // Nobody can make a worker leave its group: this is the shortest that Kafka allows, and about as long as a
        // start takes.
        WorkerSettings soonMissed = settings.with("session.timeout.ms", "6000").with("heartbeat.interval.ms", "1000");
        return new KillableWorker(
                cluster.startWorker(name, soonMissed), name, cluster.broker().bootstrapServers());
    }

    public ConnectRestClient rest() {
        return worker.rest();
    }

    /** Starts it again. */
    public void start() {
        worker.start();
    }

    /** Kills it. Waits for an effect, not for a status: after a kill, the status is that of before for a while. */
    public <T> void killWhen(Callable<T> observed, Predicate<T> effect) {
        Patience.until(BETWEEN_OBSERVATIONS, observed, effect);
        kill();
    }

    public void kill() {
        List<String> groups = rest().connectors().stream()
                .map(connector -> "connect-" + connector)
                .toList();
        worker.kill();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            abortTransactions(admin);
            removeConsumers(admin, groups);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka still waits for the killed worker " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void abortTransactions(Admin admin) throws ExecutionException, InterruptedException {
        List<String> open = admin.listTransactions().all().get().stream()
                .filter(transaction -> transaction.state() == TransactionState.ONGOING)
                .map(TransactionListing::transactionalId)
                .filter(id -> id.contains(name))
                .toList();
        admin.fenceProducers(open).all().get();
    }

    private static void removeConsumers(Admin admin, List<String> groups)
            throws ExecutionException, InterruptedException {
        List<String> sinks = admin.listConsumerGroups().all().get().stream()
                .map(ConsumerGroupListing::groupId)
                .filter(groups::contains)
                .toList();
        for (ConsumerGroupDescription sink :
                admin.describeConsumerGroups(sinks).all().get().values()) {
            if (!sink.members().isEmpty()) {
                admin.removeMembersFromConsumerGroup(sink.groupId(), new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .get();
            }
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
