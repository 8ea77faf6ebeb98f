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
 * A lock that all tasks wait for, be they in one process (even in plugins with class loaders of their own) or on several
 * workers that share the volume. The system gives it back when a process dies. Within a process one task at a time has
 * the file open.
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

    /** Java throws instead of answering "not now" if something in this process holds it without a claim. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    /** Closing gives the lock back; if that fails there is nothing left that could be done about it. */
    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException fault) {
            LOG.warn("A lock could not be released: {}", fault.getMessage());
        }
    }

    /**
     * The right to have a lock file open, which one task of a process has at a time. POSIX takes all locks on a file from a
     * process that closes any of its descriptors of that file, so whoever opened it a second time would, in closing it, give
     * away the lock of another task.
     *
     * <p>It is kept in the system properties: the one table that plugins share whose class loaders know nothing of each other.
     */
    private static final class ProcessWideLock {

        private final String property;
        private final String owner = UUID.randomUUID().toString();

        private ProcessWideLock(String property) {
            this.property = property;
        }

        /**
         * A claim on that file, by whatever name its directory was reached; nothing is taken yet.
         *
         * @param file the file, which need not exist, in a directory that does
         */
        static ProcessWideLock on(Path file) throws IOException {
            Path real = file.getParent().toRealPath().resolve(file.getFileName());
            return new ProcessWideLock("io.martech.connect.locked:" + real);
        }

        /** Whether it could be taken now. */
        boolean take() {
            return System.getProperties().putIfAbsent(property, owner) == null;
        }

        /** Does nothing if it was given back before. */
        void giveBack() {
            System.getProperties().remove(property, owner);
        }
    }
}
