package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.TimeSource;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** A task that takes an account's lock, and counts in how often it had to wait. It waits without a pause. */
public final class LockTaker implements Callable<AutoCloseable> {

    private static final InitialGrant BEGIN = InitialGrant.of(Grant.refreshToken("refresh-0"));

    private final Path directory;
    private final AtomicInteger waits;

    public LockTaker(Path directory, AtomicInteger waits) {
        this.directory = directory;
        this.waits = waits;
    }

    /** One whose classes are its own, as those of another plugin are. */
    static Callable<AutoCloseable> ofAnotherPlugin(Path directory, AtomicInteger waits)
            throws ReflectiveOperationException {
        Object taker = Class.forName(LockTaker.class.getName(), true, anotherPlugin())
                .getConstructor(Path.class, AtomicInteger.class)
                .newInstance(directory, waits);
        @SuppressWarnings("unchecked")
        Callable<AutoCloseable> callable = (Callable<AutoCloseable>) taker;
        return callable;
    }

    private static ClassLoader anotherPlugin() {
        URL[] classes = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(LockTaker::url)
                .toArray(URL[]::new);
        return new URLClassLoader(classes, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (java.net.MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    @Override
    public AutoCloseable call() throws Exception {
        return TestPlatform.store(directory, "http://127.0.0.1", BEGIN, new Impatient(waits))
                .lock();
    }

    private record Impatient(AtomicInteger waits) implements TimeSource {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            waits.incrementAndGet();
            Thread.onSpinWait();
        }
    }
}
