package io.martech.connect.client.auth.oauth;

import static io.martech.connect.client.auth.oauth.TestPlatform.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.TimeSource;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A worker that is killed at any step of a refresh: afterwards there is a usable token, or a message that says what to do. */
class KilledAtEveryStepTest {

    @TempDir
    private Path directory;

    private final TimeSource time = TimeSource.system();
    private FakeOAuth platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakeOAuth(time);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    /** Thrown where a process would just be gone. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void withGraceThereIsAlwaysAUsableToken(Step step) {
        platform.withGrace();
        refreshKilledAt(step);

        assertThat(restarted()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void withoutGraceOnlyAnAnswerThatNobodyStoredLocksOutAndThatIsTold(Step step) {
        refreshKilledAt(step);
        TestLog log = TestLog.fromHere();

        Throwable failure = restarted();

        if (step == Step.ANSWER_LOST || step == Step.ANSWERED) {
            assertThat(failure)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContainingAll(
                            "Platform token: POST /oauth/token",
                            "It refuses the refresh token",
                            "A token call was begun at ",
                            "answer was never stored",
                            directory.toString(),
                            "Run bin/authorize again")
                    .hasMessageNotContaining("refresh-");
            assertThat(log.lines("WARN")).anyMatch(line -> line.contains("A token call to Platform was begun at"));
        } else {
            assertThat(failure).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"STORED, 0", "UNLOCKED, 0", "INTENT_WRITTEN, 1", "READ, 1"})
    void whatWasStoredIsUsedAfterARestartWithoutAnotherTokenCall(Step step, int more) {
        refreshKilledAt(step);
        int before = platform.tokenCalls().size();

        assertThat(restarted()).isNull();

        assertThat(platform.tokenCalls()).hasSize(before + more);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aProcessThatIsGoneAtThatStep(Step step) throws Exception {
        platform.losesTokenAnswers(step == Step.ANSWER_LOST);
        Process process = HaltedRefresh.start(platform.url(), directory, step.name());
        assertThat(process.waitFor()).isEqualTo(HaltedRefresh.HALTED);
        platform.losesTokenAnswers(false);

        Throwable failure = restarted();

        boolean isLost = step == Step.ANSWER_LOST || step == Step.ANSWERED;
        assertThat(failure == null).isEqualTo(!isLost);
        assertThat(new File(directory.toString()).list()).noneMatch(name -> isLost && name.endsWith(".new"));
    }

    /** Wherever the blow falls, also within a write. */
    @Test
    void aProcessThatIsKilledAtAnyMoment() throws Exception {
        platform.withGrace();
        long seed = Long.getLong("test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int kill = 0; kill < 6; kill++) {
            int callsBefore = platform.tokenCalls().size();
            Process process = HaltedRefresh.start(platform.url(), directory, HaltedRefresh.ON_AND_ON);
            while (platform.tokenCalls().size() < callsBefore + 3 && process.isAlive()) {
                Thread.onSpinWait();
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
            process.destroyForcibly().waitFor();

            assertThat(platform.tokenCalls().size()).isGreaterThan(callsBefore + 2);
            assertThat(restarted()).as("-Dtest.seed=" + seed + ", kill " + kill).isNull();
        }
    }

    @Test
    void theTokenThatWasRotatedIsStoredBeforeItIsUsed() {
        TokenStore store = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time);
        TokenStore watched = Step.watched(store, step -> {
            if (step == Step.STORED) {
                assertThat(platform.calls()).isEmpty();
                assertThat(stored(store).refreshToken()).isEqualTo(platform.refreshToken());
                assertThat(stored(store).previousRefreshToken()).isEqualTo("refresh-0");
            }
        });
        try (HttpPlatformClient client = client(watched)) {
            client.execute(CALL);
        }
        assertThat(platform.calls()).hasSize(1);
    }

    private void refreshKilledAt(Step killedAt) {
        platform.losesTokenAnswers(killedAt == Step.ANSWER_LOST);
        TokenStore store = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time);
        boolean[] begun = {false};
        TokenStore killing = Step.watched(store, step -> {
            if (begun[0] && step == killedAt) {
                throw new Killed();
            }
        });
        try (HttpPlatformClient client = client(killing)) {
            begun[0] = true;
            Class<? extends Throwable> end = killedAt == Step.ANSWER_LOST ? PlatformException.class : Killed.class;
            assertThatThrownBy(client::authenticate).isInstanceOf(end);
        }
        platform.losesTokenAnswers(false);
    }

    /** What a process that starts afterwards fails with; null if it does not. */
    private Throwable restarted() {
        return catchThrowable(() -> {
            try (HttpPlatformClient client =
                    client(TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time))) {
                client.execute(CALL);
            }
        });
    }

    private HttpPlatformClient client(TokenStore store) {
        return TestPlatform.client(platform.url(), TestPlatform.begin(), store, time);
    }

    private static StoredTokens stored(TokenStore store) {
        try {
            return store.read();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
