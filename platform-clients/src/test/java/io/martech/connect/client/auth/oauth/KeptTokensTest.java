package io.martech.connect.client.auth.oauth;

import static io.martech.connect.client.auth.oauth.FakeOAuth.json;
import static io.martech.connect.client.auth.oauth.TestPlatform.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.HttpSettings;
import io.martech.connect.client.Json;
import io.martech.connect.client.ManualTime;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TestLog;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One task with its store: what is kept, how, and what is said when it cannot be. */
class KeptTokensTest {

    @TempDir
    private Path parent;

    private final ManualTime time = new ManualTime();
    private Path directory;
    private FakeOAuth platform;

    @BeforeEach
    void start() throws IOException {
        directory = parent.resolve("tokens/of-connect");
        platform = new FakeOAuth(time);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aPersonCanReadTheFileAndOthersCannot() throws IOException {
        call();

        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(files()).hasSize(2).allSatisfy(file -> assertThat(permissions(file))
                .isEqualTo("rw-------"));
        String text = Files.readString(tokenFile());
        assertThat(text.lines().count()).as("lines").isGreaterThan(8);
        JsonNode file = Json.read(text);
        assertThat(file.path("refresh_token").asText()).isEqualTo("refresh-1");
        assertThat(file.path("previous_refresh_token").asText()).isEqualTo("refresh-0");
        assertThat(file.path("access_token").asText()).isEqualTo("access-1");
        assertThat(file.path("expires").asText()).isEqualTo("2026-03-01T02:00:00Z");
        assertThat(file.has("token_call_begun")).isFalse();
        assertThat(tokenFile().getFileName().toString()).matches("platform-[0-9a-f]{16}\\.json");
    }

    @Test
    void othersRightsAreTakenAway() throws IOException {
        call();
        Files.setPosixFilePermissions(tokenFile(), PosixFilePermissions.fromString("rw-r--r--"));
        TestLog log = TestLog.fromHere();

        call();

        assertThat(permissions(tokenFile())).isEqualTo("rw-------");
        assertThat(log.lines("WARN")).singleElement().asString().contains("was readable by others");
    }

    @Test
    void readersFindTheOldOrTheNewFileWhole() throws Exception {
        DirectoryTokenStore store = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time);
        store.write(tokens(0));
        Thread writer = new Thread(() -> {
            for (int i = 1; i <= 300; i++) {
                write(store, tokens(i));
            }
        });
        writer.start();
        do {
            StoredTokens read = store.read();
            assertThat(read)
                    .isEqualTo(tokens(Integer.parseInt(read.refreshToken().substring("refresh-".length()))));
        } while (writer.isAlive());
        writer.join();
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatAKilledWorkerLeftOfAWriteIsCleanedUp() throws IOException {
        call();
        Path remains = tokenFile().resolveSibling("." + tokenFile().getFileName() + ".new");
        Files.writeString(remains, "{\"refr");

        time.advance(Duration.ofHours(2));
        call();

        assertThat(remains).doesNotExist();
        assertThat(platform.tokenCalls()).hasSize(2);
    }

    @Test
    void anInterruptedThreadStoresAllTheSame() throws IOException {
        DirectoryTokenStore store = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time);
        Thread.currentThread().interrupt();
        store.write(tokens(7));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.read()).isEqualTo(tokens(7));
    }

    @Test
    void aDamagedFileIsToldAndNeitherOverwrittenNorAskedAbout() throws IOException {
        call();
        for (String damaged : new String[] {"", "{\"refresh_tok", "[]", "{}", "refresh-1"}) {
            Files.writeString(tokenFile(), damaged);
            assertThatThrownBy(this::call)
                    .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.category())
                            .isEqualTo(Category.STOP))
                    .hasMessageContainingAll(tokenFile().toString(), "damaged", "run bin/authorize again")
                    .hasMessageNotContaining("refresh-1");
            assertThat(Files.readString(tokenFile())).isEqualTo(damaged);
        }
        assertThat(platform.tokenCalls()).hasSize(1);
    }

    @Test
    void theFileOfAnotherAccountIsNotUsed() throws IOException {
        call();
        String file = Files.readString(tokenFile());
        String account = Json.read(file).path("account").asText();
        Files.writeString(tokenFile(), file.replace(account, "0123456789abcdef"));

        assertThatThrownBy(this::call).hasMessageContaining("tokens of another account");
        assertThat(platform.calls()).hasSize(1);
    }

    @Test
    void aDirectoryThatCannotBeUsedIsToldBeforeAnyTokenIsSpent() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "a file where the directory should be");

        assertThatThrownBy(this::call)
                .isInstanceOf(PlatformException.class)
                .hasMessageContainingAll("token.store.path", directory.toString(), "nothing is lost");
        assertThat(platform.tokenCalls()).isEmpty();
    }

    @Test
    void tokensThatCannotBeStoredAreNotUsed() {
        FailingStore store = new FailingStore(Integer.MAX_VALUE);
        TestLog log = TestLog.fromHere();

        assertThatThrownBy(() -> call(store))
                .isInstanceOf(PlatformException.class)
                .hasMessageContainingAll("could not be stored", "No space left on device", "run bin/authorize again");

        assertThat(platform.calls()).isEmpty();
        assertThat(log.lines("ERROR")).isNotEmpty();
    }

    @Test
    void aDiskThatIsFullForAWhileIsWaitedFor() throws IOException {
        FailingStore store = new FailingStore(10);

        call(store);

        assertThat(store.read().refreshToken()).isEqualTo("refresh-1");
        assertThat(platform.calls()).hasSize(1);
        assertThat(time.sleeps()).hasSize(10).allMatch(Duration.ofSeconds(1)::equals);
    }

    @Test
    void aLostFileIsToldAtTheStartIfNothingElseIsConfigured() {
        assertThatThrownBy(() -> client(InitialGrant.none()))
                .isInstanceOf(PlatformException.class)
                .hasMessageContainingAll(
                        "There is no token for this Platform account in " + directory,
                        "platform.refresh.token",
                        "Run bin/authorize with --token-store",
                        "lost or on another worker's disk",
                        "shared by all workers");
    }

    @Test
    void aLostFileWhoseFirstTokenIsSpentIsTold() throws IOException {
        call();
        Files.delete(tokenFile());
        TestLog log = TestLog.fromHere();

        assertThatThrownBy(this::call)
                .hasMessageContainingAll("It may have been used before", directory.toString(), "bin/authorize");
        assertThat(log.lines("INFO"))
                .anyMatch(line -> line.contains("If there were tokens before, their file is lost"));
    }

    @Test
    void withoutAStoreItWarnsAtTheStartAndSaysSoAfterARestart() {
        TestLog log = TestLog.fromHere();
        call(new MemoryTokenStore());
        assertThat(log.lines("WARN"))
                .singleElement()
                .asString()
                .contains("token.store.path is not set", "Set token.store.path", "shared by all workers");

        assertThatThrownBy(() -> call(new MemoryTokenStore()))
                .hasMessageContainingAll("memory only (token.store.path is not set)", "bin/authorize");
    }

    @Test
    void theTokenBeforeIsTriedOnceIfTheNewestIsUnknown() throws IOException {
        DirectoryTokenStore store = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time);
        store.write(new StoredTokens("never-heard-of", "refresh-0", null, null, null, null));

        call();
        assertThat(platform.tokenCalls()).hasSize(2);
        assertThat(store.read().refreshToken()).isEqualTo("refresh-1");

        store.write(new StoredTokens("never-heard-of", "nor-of-this", null, null, null, null));
        assertThatThrownBy(this::call).hasMessageContaining("It refuses the refresh token");
        assertThat(platform.tokenCalls()).hasSize(4);
        assertThat(store.read().refreshToken()).isEqualTo("never-heard-of");
    }

    @Test
    void anAnswerWithoutARefreshTokenKeepsTheOneBefore() throws IOException {
        platform.thenToken(json(200, "{\"access_token\":\"mine\",\"expires_in\":3600}"))
                .accepts("mine");

        call();

        assertThat(TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time)
                        .read()
                        .refreshToken())
                .isEqualTo("refresh-0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"errcode\":\"X1\"}", "{}", "[]", "{\"access_token\":\"\"}", "{\"access_token\":\"a b\"}"})
    void whatNobodyDocumentsIsAskedForFourTimesOnly(String answer) {
        platform.refusesTokenCallsWith(json(200, answer));
        platform.spend();
        DirectoryTokenStore store = TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time);

        try (HttpPlatformClient patient =
                TestPlatform.client(platform.url(), TestPlatform.begin(), store, time, HttpSettings.defaults())) {
            assertThatThrownBy(() -> patient.execute(CALL)).isInstanceOf(PlatformException.class);
        }

        assertThat(platform.tokenCalls()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void aPassingFaultOfTheTokenCallPasses(int status) {
        platform.thenToken(json(status, ""), json(status, ""));

        call();

        assertThat(platform.tokenCalls()).hasSize(3);
    }

    @Test
    void aCodeIsExchangedOnceAndGoesOnWithItsRefreshToken() {
        InitialGrant code = InitialGrant.of(Grant.authorizationCode("code-0", null));
        for (int restart = 0; restart < 3; restart++) {
            try (HttpPlatformClient client = client(code)) {
                client.execute(CALL);
            }
            time.advance(Duration.ofHours(2));
        }
        assertThat(platform.tokenCalls()).hasSize(3);
        assertThat(platform.tokenCalls().get(0)).containsEntry("code", "code-0");
        assertThat(platform.tokenCalls().get(2)).containsEntry("refresh_token", "refresh-2");
    }

    @Test
    void aKeptTokenThatWasRefusedIsRenewed() {
        call();
        platform.killAccessToken();

        call();

        assertThat(platform.tokenCalls()).hasSize(2);
    }

    @Test
    void valuesDoNotPrintWhatTheyHold() {
        Object[] values = {
            Grant.refreshToken("secret-1"),
            InitialGrant.of(Grant.authorizationCode("secret-1", null)),
            new StoredTokens("secret-1", "secret-2", "secret-3", time.now(), null, null),
            new TokenResponse("secret-1", "secret-2", time.now(), null),
            new TestPlatform(platform.url()).accountName(InitialGrant.of(Grant.refreshToken("secret-1"))),
        };
        for (Object value : values) {
            assertThat(value.toString()).doesNotContain("secret");
        }
    }

    private void call() {
        call(TestPlatform.store(directory, platform.url(), TestPlatform.begin(), time));
    }

    private void call(TokenStore store) {
        try (HttpPlatformClient client = TestPlatform.client(platform.url(), TestPlatform.begin(), store, time)) {
            client.execute(CALL);
        }
    }

    private HttpPlatformClient client(InitialGrant begin) {
        return TestPlatform.client(
                platform.url(), begin, TestPlatform.store(directory, platform.url(), begin, time), time);
    }

    private StoredTokens tokens(int number) {
        return new StoredTokens(
                "refresh-" + number, "refresh-" + (number - 1), "a".repeat(number), time.now(), null, null);
    }

    private static void write(TokenStore store, StoredTokens tokens) {
        try {
            store.write(tokens);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private Path tokenFile() throws IOException {
        return files().filter(file -> file.toString().endsWith(".json"))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Path> files() throws IOException {
        return Files.list(directory);
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    /** Fails so often to store tokens that the platform has issued. */
    private static final class FailingStore implements TokenStore {

        private final MemoryTokenStore memory = new MemoryTokenStore();
        private int failures;

        private FailingStore(int failures) {
            this.failures = failures;
        }

        @Override
        public Lock lock() {
            return memory.lock();
        }

        @Override
        public StoredTokens read() {
            return memory.read();
        }

        @Override
        public void write(StoredTokens tokens) throws IOException {
            if (tokens.intent() == null && failures-- > 0) {
                throw new IOException("No space left on device");
            }
            memory.write(tokens);
        }

        @Override
        public boolean isLasting() {
            return true;
        }

        @Override
        public String place() {
            return "a full disk";
        }
    }
}
