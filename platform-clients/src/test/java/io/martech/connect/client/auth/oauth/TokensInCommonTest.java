package io.martech.connect.client.auth.oauth;

import static io.martech.connect.client.auth.oauth.TestPlatform.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several tasks, connectors and workers with the tokens of one account. The platform gives no grace. */
class TokensInCommonTest {

    @TempDir
    private Path directory;

    private final TimeSource time = TimeSource.system();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<HttpPlatformClient> clients = new ArrayList<>();
    private FakeOAuth platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakeOAuth(time);
    }

    @AfterEach
    void stop() {
        clients.forEach(HttpPlatformClient::close);
        threads.shutdownNow();
        platform.close();
    }

    @Test
    void tasksThatBeginTogetherNeedOneTokenCall() throws Exception {
        allCall(List.of(client(directory), client(directory), client(directory), client(directory)));

        assertThat(platform.tokenCalls()).hasSize(1);
    }

    @Test
    void aTokenThatDiesUnderAllTasksIsRenewedOnce() throws Exception {
        List<HttpPlatformClient> tasks = List.of(client(directory), client(directory), client(directory));
        for (int death = 1; death <= 5; death++) {
            allCall(tasks);
            assertThat(platform.tokenCalls()).hasSize(death);
            platform.killAccessToken();
        }
    }

    @Test
    void aTaskUsesWhatAnotherHasObtainedMeanwhile() {
        HttpPlatformClient one = client(directory);
        HttpPlatformClient other = client(directory);
        one.execute(CALL);
        other.execute(CALL);
        assertThat(platform.tokenCalls()).hasSize(1);

        platform.killAccessToken();
        one.execute(CALL);
        other.execute(CALL);

        assertThat(platform.tokenCalls()).hasSize(2);
        assertThat(other.statistics().tokenRenewals()).as("issued for it").isZero();
    }

    @Test
    void aTokenFromTheStoreThatIsDeadTooIsNoReasonToStop() {
        HttpPlatformClient one = client(directory);
        HttpPlatformClient other = client(directory);
        one.execute(CALL);
        other.execute(CALL);
        platform.killAccessToken();
        one.execute(CALL);
        platform.killAccessToken();

        other.execute(CALL);

        assertThat(platform.tokenCalls()).hasSize(3);
    }

    @Test
    void anotherProcessIsWaitedForAndItsDeathGivesTheLockBack() throws Exception {
        Process holder = HaltedRefresh.start(platform.url(), directory, HaltedRefresh.HOLDS_THE_LOCK);
        try {
            DirectoryTokenStore store = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time);
            Awaitility.await()
                    .failFast("the other process has ended", () -> !holder.isAlive())
                    .atMost(Duration.ofMinutes(4))
                    .until(() -> store.read().refreshToken() != null);

            AtomicInteger waits = new AtomicInteger();
            TokenStore waiting = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), counting(waits));
            HttpPlatformClient client = add(TestPlatform.client(platform.url(), TestPlatform.begin(), waiting, time));
            Future<?> call = threads.submit(() -> client.execute(CALL));
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> waits.get() > 5);
            assertThat(platform.tokenCalls()).isEmpty();
            assertThat(call.isDone()).isFalse();

            holder.destroyForcibly().waitFor();
            call.get();
            assertThat(platform.tokenCalls()).hasSize(1);
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void whoWaitsForTheLockCanBeStopped() throws Exception {
        DirectoryTokenStore store = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time);
        try (TokenStore.Lock lock = store.lock()) {
            AtomicInteger waits = new AtomicInteger();
            TokenStore waiting = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), counting(waits));
            HttpPlatformClient client = add(TestPlatform.client(platform.url(), TestPlatform.begin(), waiting, time));
            Future<?> call = threads.submit(() -> client.execute(CALL));
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> waits.get() > 0);

            client.close();

            assertThatThrownBy(() -> call.get()).hasMessageContaining("closed");
        }
        assertThat(platform.tokenCalls()).isEmpty();
    }

    @Test
    void stoppingATaskInMidRefreshLosesNoToken() throws Exception {
        platform.answersTokenCallsAfter(Duration.ofMillis(500));
        HttpPlatformClient client = client(directory);
        Future<?> call = threads.submit(() -> client.execute(CALL));
        Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> !platform.tokenCalls()
                .isEmpty());

        client.close();
        assertThatThrownBy(() -> call.get()).hasMessageContaining("closed");

        client(directory).execute(CALL);
        assertThat(platform.tokenCalls()).hasSize(1);
    }

    @Test
    void aWorkerWithADiskOfItsOwnIsToldToShareTheVolume() throws IOException {
        Path otherDisk = Files.createDirectory(directory.resolve("another-disk"));
        client(otherDisk).execute(CALL);
        HttpPlatformClient stale = client(otherDisk);
        platform.spend();

        assertThatThrownBy(() -> stale.execute(CALL))
                .isInstanceOf(PlatformException.class)
                .hasMessageContainingAll(
                        "It refuses the refresh token",
                        "another client may use the same authorization",
                        "shared by all workers",
                        "bin/authorize");
        assertThatThrownBy(() -> client(directory).execute(CALL))
                .isInstanceOf(PlatformException.class)
                .hasMessageContainingAll(
                        "It may have been used before",
                        "its replacement is not in " + directory,
                        "shared by all workers",
                        "bin/authorize");
    }

    /** Nobody's tokens end up with somebody else. */
    @Test
    void twoUsersOfOneAppShareNoFile() throws Exception {
        InitialGrant one = InitialGrant.of(Grant.refreshToken("of-one"));
        InitialGrant other = InitialGrant.of(Grant.refreshToken("of-another"));
        TestPlatform.store(directory, platform.url(), one, time)
                .write(new StoredTokens("of-one-1", null, "access-of-one", time.now(), null, null));

        assertThat(TestPlatform.store(directory, platform.url(), other, time).read())
                .isEqualTo(StoredTokens.NONE);
        assertThat(TestPlatform.store(directory, platform.url(), one, time)
                        .read()
                        .accessToken())
                .isEqualTo("access-of-one");
    }

    private void allCall(List<HttpPlatformClient> tasks) throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        for (HttpPlatformClient task : tasks) {
            calls.add(threads.submit(() -> task.execute(CALL)));
            calls.add(threads.submit(() -> task.execute(CALL)));
        }
        for (Future<?> call : calls) {
            call.get();
        }
    }

    private HttpPlatformClient client(Path disk) {
        return add(TestPlatform.client(
                platform.url(),
                TestPlatform.begin(),
                TestPlatform.store(disk, platform.url(), TestPlatform.begin(), time),
                time));
    }

    private HttpPlatformClient add(HttpPlatformClient client) {
        clients.add(client);
        return client;
    }

    private TimeSource counting(AtomicInteger sleeps) {
        return new TimeSource() {
            @Override
            public java.time.Instant now() {
                return time.now();
            }

            @Override
            public long nanoTime() {
                return time.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                sleeps.incrementAndGet();
                time.sleep(duration);
            }
        };
    }
}
