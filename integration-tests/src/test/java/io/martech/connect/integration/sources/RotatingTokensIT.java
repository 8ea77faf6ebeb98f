package io.martech.connect.integration.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.cluster.ClusterExtension;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.integration.cluster.DeployedConnector;
import io.martech.connect.integration.cluster.KillableWorker;
import io.martech.connect.integration.cluster.SecretsFile;
import io.martech.connect.integration.cluster.TestCluster;
import io.martech.connect.sandbox.cluster.WorkerSettings;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.http.WireFault;
import io.martech.connect.sandbox.http.token.RotatingTokens;
import io.martech.connect.sandbox.http.token.TokenRules.OldRefreshToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tokens of which each ends the one before, kept in a directory, on workers that are killed. */
@ExtendWith(ClusterExtension.class)
@Execution(ExecutionMode.CONCURRENT)
class RotatingTokensIT {

    private static final int DEATHS = 3;

    /** Two tasks, one store, refresh tokens that are good for one use: one wrong step and the account is lost. */
    @Test
    void twoTasksShareTokensThatDieInMidRunAndNoneIsAskedForTwice(TestCluster cluster) {
        String prefix = cluster.uniqueName("rotating");
        try (SimulatedWukong wukong = strictWithHistory()) {
            // Slow enough that all deaths lie within the history, on a busy machine too.
            wukong.answerAfter(Duration.ofMillis(500), Duration.ofMillis(600));
            RotatingTokens tokens = wukong.platform().tokens();
            SourceTopics topics = new SourceTopics(wukong, prefix, cluster.committed());
            ConnectorSettings settings = wukong.source(prefix).with("tasks.max", "2");
            long issuedBefore = tokens.issued();
            try (DeployedConnector source = DeployedConnector.deploy(cluster.connect(), prefix, settings)) {
                for (int death = 0; death < DEATHS; death++) {
                    awaitReading(wukong);
                    long issued = tokens.issued();
                    tokens.revokeAccessTokens();
                    Patience.until(() -> tokens.issued() > issued);
                }
                assertThat(topics.size()).as("they died in mid-history").isLessThan(topics.rowsOnPlatform());
                wukong.answerAfter(Duration.ofMillis(100), Duration.ofMillis(150));

                topics.awaitEquality();
                assertThat(source.status().tasks()).hasSize(2);
                assertThat(source.status().isRunning()).isTrue();
            }
            assertThat(tokens.issued() - issuedBefore)
                    .as("one at the start, one for each that died, whatever the number of tasks")
                    .isEqualTo(1 + DEATHS);
            assertThat(tokens.denied()).as("no refresh token was used twice").isZero();

            wukong.change();
            try (DeployedConnector again = DeployedConnector.deploy(cluster.connect(), prefix, settings)) {
                topics.awaitEquality();
            }
            assertThat(tokens.issued() - issuedBefore)
                    .as("a restart takes the token that is kept, not the one in the configuration")
                    .isEqualTo(1 + DEATHS);
        }
    }

    /** Renewed ahead of time, again and again, while two tasks read. */
    @Test
    void tokensOfAFewSecondsAreRenewedBeforeTheyExpire(TestCluster cluster) {
        String prefix = cluster.uniqueName("rotating");
        try (SimulatedWukong wukong = strictWithHistory()) {
            RotatingTokens tokens = wukong.platform().tokens();
            tokens.rules().accessLife.set(Duration.ofSeconds(5));
            SourceTopics topics = new SourceTopics(wukong, prefix, cluster.committed());
            try (DeployedConnector source = DeployedConnector.deploy(
                    cluster.connect(), prefix, wukong.source(prefix).with("tasks.max", "2"))) {
                topics.awaitEquality();
                Patience.until(tokens::issued, issued -> issued > 4);
                wukong.change();
                topics.awaitEquality();
                assertThat(source.status().isRunning()).isTrue();
            }
            assertThat(tokens.denied()).isZero();
        }
    }

    /**
     * A worker is killed while three accounts refresh: before the platform has got the call; after it, at a platform that keeps the
     * old token until the new one is used; and after it, at one that does not: that account is lost, and a person is told.
     */
    @Test
    void aWorkerKilledDuringARefreshGoesOnOrSaysWhatToDo(TestCluster cluster) {
        try (SimulatedWukong unheard = strictWithHistory();
                SimulatedWukong lenient = strictWithHistory();
                SimulatedWukong strict = strictWithHistory();
                KillableWorker worker =
                        KillableWorker.start(cluster, cluster.uniqueName("refresh"), WorkerSettings.small())) {
            lenient.platform().tokens().rules().oldRefreshToken.set(OldRefreshToken.LIVES_UNTIL_ITS_SUCCESSOR_IS_USED);
            SourceTopics fromUnheard = deploy(unheard, worker, cluster);
            SourceTopics fromLenient = deploy(lenient, worker, cluster);
            String lost = deploy(strict, worker, cluster).prefix();
            List.of(unheard, lenient, strict).forEach(RotatingTokensIT::awaitReading);

            hangTokenCalls(unheard, WireFault.HANG_BEFORE_HEADERS);
            hangTokenCalls(lenient, WireFault.HANG_IN_BODY);
            hangTokenCalls(strict, WireFault.HANG_IN_BODY);
            List.of(unheard, lenient, strict)
                    .forEach(wukong ->
                            Patience.until(() -> !wukong.faults().struck().isEmpty()));
            worker.kill();
            List.of(unheard, lenient, strict).forEach(wukong -> wukong.faults().heal());
            worker.start();

            fromUnheard.awaitEquality();
            fromLenient.awaitEquality();
            DeployedConnector locked = DeployedConnector.named(worker.rest(), lost);
            assertThat(locked.awaitFailure())
                    .contains("it refuses the refresh token. A token call was begun at ")
                    .contains("its answer was never stored in " + strict.tokenStore())
                    .contains("Run bin/authorize again and set wukong.refresh.token");

            locked.configure(strict.source(lost)
                    .with(
                            "wukong.refresh.token",
                            SecretsFile.referenceTo(
                                    "wukong.refresh.token",
                                    strict.platform().tokens().issue().refreshToken())));
            new SourceTopics(strict, lost, cluster.committed()).awaitEquality();
        }
    }

    @Test
    void whatIsWrongWithTheAccountIsTold(TestCluster cluster) throws IOException {
        try (SimulatedWukong wukong = SimulatedWukong.start()) {
            wukong.insertSomeRows();
            ConnectorSettings right = wukong.source(cluster.uniqueName("account"));
            Path file = Files.writeString(wukong.tokenStore().resolve("a-file"), "");

            assertThat(failureOf(
                            right.with("wukong.app.secret", SecretsFile.referenceTo("wukong.app.secret", "nonsense")),
                            cluster))
                    .contains("40013", "appid或appsecret错误", "wukong.app.id", "wukong.app.secret");
            assertThat(failureOf(right.with("wukong.refresh.token", ""), cluster))
                    .contains("There is no token for this Wukong account in " + wukong.tokenStore())
                    .contains("Run bin/authorize with --token-store");
            assertThat(failureOf(right.with("token.store.path", file + "/tokens"), cluster))
                    .contains("cannot be stored in " + file)
                    .contains("No token call was made, so nothing is lost");
        }
        try (SimulatedWukong revoking = SimulatedWukong.start()) {
            revoking.platform().tokens().revokeEverything();
            assertThat(failureOf(revoking.source(cluster.uniqueName("account")), cluster))
                    .contains("the refresh token", "bin/authorize")
                    .contains("token.store.path must be a directory on a volume shared by all workers");
        }
    }

    private static String failureOf(ConnectorSettings settings, TestCluster cluster) {
        try (DeployedConnector source =
                DeployedConnector.deploy(cluster.connect(), cluster.uniqueName("account"), settings)) {
            return source.awaitFailure();
        }
    }

    private static SourceTopics deploy(SimulatedWukong wukong, KillableWorker worker, TestCluster cluster) {
        String prefix = cluster.uniqueName("refresh");
        DeployedConnector.deploy(worker.rest(), prefix, wukong.source(prefix));
        return new SourceTopics(wukong, prefix, cluster.committed());
    }

    private static void hangTokenCalls(SimulatedWukong wukong, WireFault fault) {
        wukong.faults().outage(fault, Traffic.TOKEN);
        wukong.platform().tokens().revokeAccessTokens();
    }

    /** A refresh token dies when it is exchanged, and so does every access token before. */
    private static SimulatedWukong strictWithHistory() {
        SimulatedWukong wukong = SimulatedWukong.start();
        wukong.platform()
                .tokens()
                .rules()
                .oldRefreshToken
                .set(OldRefreshToken.DIES_AT_ONCE)
                .oneAccessTokenAtATime
                .set(true);
        wukong.insertHistory();
        wukong.answerAfter(Duration.ofMillis(100), Duration.ofMillis(150));
        return wukong;
    }

    /** Each resource has used the present token. */
    private static void awaitReading(SimulatedWukong wukong) {
        for (String resource : List.of("leads", "lists")) {
            long before = wukong.requests().of(resource);
            Patience.until(() -> wukong.requests().of(resource), requests -> requests > before + 1);
        }
    }
}
