package io.martech.connect.client.auth.oauth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The right to have a lock file open, which one task of a process has at a time. POSIX takes all locks on a file from a
 * process that closes any of its descriptors of that file, so whoever opened it a second time would, in closing it, give
 * away the lock of another task.
 *
 * <p>It is kept in the system properties: the one table that plugins share whose class loaders know nothing of each other.
 */
final class ProcessWideLock {

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
