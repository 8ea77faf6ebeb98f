package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.TimeSource;
import io.martech.connect.client.pipeline.HttpPlatformClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that gets a token and is gone at a step, or gets tokens on and on, or only holds the lock. */
final class HaltedRefresh {

    static final int HALTED = 42;
    static final String ON_AND_ON = "on and on";
    static final String HOLDS_THE_LOCK = "holds the lock";

    private HaltedRefresh() {}

    static Process start(String url, Path directory, String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltedRefresh.class.getName(),
                        url,
                        directory.toString(),
                        what)
                .redirectErrorStream(true)
                .redirectOutput(new File("target", "halted-refresh.log"))
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        String what = arguments[2];
        TimeSource time = TimeSource.system();
        DirectoryTokenStore store = TestPlatform.store(Path.of(arguments[1]), url, TestPlatform.begin(), time);
        if (HOLDS_THE_LOCK.equals(what)) {
            store.lock();
            store.write(new StoredTokens("refresh-0", null, null, null, null, null));
            Thread.sleep(Long.MAX_VALUE);
        }
        boolean[] begun = {false};
        TokenStore watched = Step.watched(store, step -> {
            if (begun[0] && step.name().equals(what)) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        do {
            // A new client each time, whose stored access token is forgotten: so each begins with a token call.
            try (HttpPlatformClient client =
                    TestPlatform.client(url, TestPlatform.begin(), forgetful(watched, what), time)) {
                begun[0] = true;
                client.authenticate();
            } catch (RuntimeException failure) {
                Runtime.getRuntime().halt(Step.ANSWER_LOST.name().equals(what) ? HALTED : 1);
            }
        } while (ON_AND_ON.equals(what));
    }

    private static TokenStore forgetful(TokenStore store, String what) {
        if (!ON_AND_ON.equals(what)) {
            return store;
        }
        return new TokenStore() {
            @Override
            public Lock lock() throws InterruptedException, IOException {
                return store.lock();
            }

            @Override
            public StoredTokens read() throws IOException {
                StoredTokens tokens = store.read();
                return new StoredTokens(
                        tokens.refreshToken(), tokens.previousRefreshToken(), null, null, null, tokens.intent());
            }

            @Override
            public void write(StoredTokens tokens) throws IOException {
                store.write(tokens);
            }

            @Override
            public boolean isLasting() {
                return true;
            }

            @Override
            public String place() {
                return store.place();
            }
        };
    }
}
