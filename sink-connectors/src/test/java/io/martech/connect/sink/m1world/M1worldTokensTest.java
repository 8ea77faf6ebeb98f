package io.martech.connect.sink.m1world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.martech.connect.sandbox.m1world.M1worldPlatform;
import io.martech.connect.sink.contract.CapturedLog;
import io.martech.connect.sink.contract.TaskRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink with the tokens of an app, which replace each other. */
class M1worldTokensTest {

    private static final int REQUESTS_AT_ONCE = 8;

    @TempDir
    private Path store;

    @Test
    void tokens_that_die_in_mid_batch_lose_nothing_and_are_in_no_log() {
        Set<String> tokens = new HashSet<>();
        try (CapturedLog log = new CapturedLog();
                TaskRun<SimulatedM1world> run =
                        new TaskRun<>(new SimulatedM1world(), M1worldContactsSinkConnector.Task::new)) {
            M1worldPlatform platform = run.simulated.platform;
            platform.conditions().latency(Duration.ofMillis(40));
            String first = platform.tokens().issue().refreshToken();
            tokens.add(first);
            run.start(app(run, first));
            List<SinkRecord> records = People.among(50, 1_000, new Random(4));
            run.put(records);
            for (int death = 1; death <= 3; death++) {
                // More than are under way: a call under which two tokens die is given up, as somebody else replaces
                // them.
                int applied = platform.receivedContacts().size() + REQUESTS_AT_ONCE + 1;
                await().until(() -> platform.receivedContacts().size() >= applied);
                tokens.addAll(platform.tokens().liveRefreshTokens());
                long issued = platform.tokens().issued();
                platform.tokens().revokeAccessTokens();
                await().until(() -> platform.tokens().issued() > issued);
            }
            run.untilAllIsCommitted();
            run.stop();
            run.start(app(run, first));
            run.put(records);
            run.untilAllIsCommitted();
            tokens.addAll(platform.tokens().liveRefreshTokens());

            assertThat(run.reporter.reports()).isEmpty();
            platform.contacts().byId().values().forEach(contact -> assertThat(
                            contact.path("notes").asText())
                    .isEqualTo(
                            People.lastNotes(records).get(contact.path("email").asText())));
            assertThat(run.simulated.server.authorization().requests().of("access_token"))
                    .as("the first, and one after each death; none after the restart")
                    .isEqualTo(4);
            assertThat(tokens).hasSizeGreaterThan(2);
            assertThat(log.all())
                    .noneMatch(line -> tokens.stream().anyMatch(line::contains)
                            || line.contains(M1worldPlatform.APP_SECRET)
                            || line.contains("token="));
        }
    }

    private Map<String, String> app(TaskRun<SimulatedM1world> run, String refreshToken) {
        return run.reaching(
                M1worldContactsConfigTest.withApp(
                        "batch.size",
                        "5",
                        "linger.ms",
                        "0",
                        "max.in.flight.requests",
                        String.valueOf(REQUESTS_AT_ONCE),
                        "rate.limit.requests.per.hour",
                        "0"),
                "m1world.token",
                null,
                "m1world.url",
                run.simulated.server.oauthUri().toString(),
                "m1world.auth.url",
                run.simulated.server.authorization().uri().toString(),
                "m1world.app.key",
                M1worldPlatform.APP_KEY,
                "m1world.app.secret",
                M1worldPlatform.APP_SECRET,
                "m1world.refresh.token",
                refreshToken,
                "token.store.path",
                store.toString());
    }
}
