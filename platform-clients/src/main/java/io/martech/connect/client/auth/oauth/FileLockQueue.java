package io.martech.connect.client.auth.oauth;

import io.martech.connect.client.TimeSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock shared by all tasks, whether they run in one process (even in plugins with separate class loaders) or on several
 * workers that share the volume. The operating system releases it when a process dies. Within a process, one task at a
 * time has the lock file open.
 */
final class FileLockQueue {

    private static final Logger LOG = LoggerFactory.getLogger(FileLockQueue.class);

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration UNTIL_A_WORD = Duration.ofSeconds(30);

    private final PrivateFile file;
    private final TimeSource time;

    FileLockQueue(PrivateFile file, TimeSource time) {
        this.file = file;
        this.time = time;
    }

    TokenStore.Lock take() throws IOException, InterruptedException {
        ProcessWideLock claim = ProcessWideLock.on(file.path());
        waitUntil(claim::take);
        boolean taken = false;
        try {
            FileChannel channel = locked();
            taken = true;
            return () -> {
                close(channel);
                claim.giveBack();
            };
        } finally {
            if (!taken) {
                claim.giveBack();
            }
        }
    }

    private FileChannel locked() throws IOException, InterruptedException {
        file.create();
        FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            waitUntil(() -> isLocked(channel));
            taken = true;
            return channel;
        } finally {
            if (!taken) {
                close(channel);
            }
        }
    }

    private void waitUntil(Condition condition) throws IOException, InterruptedException {
        long nextWord = time.nanoTime() + UNTIL_A_WORD.toNanos();
        while (!condition.isMet()) {
            if (time.nanoTime() - nextWord >= 0) {
                nextWord = time.nanoTime() + UNTIL_A_WORD.toNanos();
                LOG.warn(
                        "Still waiting for {}: another task of the account is requesting a token. If none is, a hung"
                                + " process holds the lock; terminate it.",
                        file.path());
            }
            time.sleep(PAUSE);
        }
    }

    private interface Condition {
        boolean isMet() throws IOException;
    }

    /** Java throws instead of returning null if other code in this process holds the lock. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    /** Closing releases the lock; if that fails there is nothing left to be done. */
    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException fault) {
            LOG.warn("A lock could not be released: {}", fault.getMessage());
        }
    }

    /**
     * The right to open a lock file, which one task of a process has at a time. POSIX releases all of a process's locks
     * on a file when the process closes any of its descriptors of that file, so a second descriptor, when closed, would
     * release another task's lock.
     *
     * <p>Kept in the system properties: the only table shared by plugins whose class loaders are isolated from each
     * other.
     */
    private static final class ProcessWideLock {

        private final String property;
        private final String owner = UUID.randomUUID().toString();

        private ProcessWideLock(String property) {
            this.property = property;
        }

        /**
         * Creates the claim on this file, by whichever path its directory was reached; acquires nothing yet.
         *
         * @param file the file, which need not exist, in a directory that does
         */
        static ProcessWideLock on(Path file) throws IOException {
            Path real = file.getParent().toRealPath().resolve(file.getFileName());
            return new ProcessWideLock("io.martech.connect.locked:" + real);
        }

        /** Whether it was acquired. */
        boolean take() {
            return System.getProperties().putIfAbsent(property, owner) == null;
        }

        /** Does nothing if it was released before. */
        void giveBack() {
            System.getProperties().remove(property, owner);
        }
    }
}
