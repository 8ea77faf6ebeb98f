package io.martech.connect.client.auth.oauth;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that only its owner can read, and that is replaced atomically: a concurrent reader, or one after a crash, sees
 * either the old content or the new one.
 */
public final class PrivateFile {

    private static final boolean IS_POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;

    public PrivateFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    public Path path() {
        return path;
    }

    /** Creates missing parent directories, accessible to their owner only. */
    public void createDirectories() throws IOException {
        Files.createDirectories(path.getParent(), ownerOnly("rwx------"));
    }

    /**
     * Replaces the content; not for concurrent writers. When it returns, content and directory entry are on the disk.
     *
     * @throws IOException if it fails; the old content is still there
     */
    public void replace(byte[] content) throws IOException {
        Path successor = path.resolveSibling("." + path.getFileName() + ".new");
        Files.deleteIfExists(successor);
        Files.createFile(successor, ownerOnly("rw-------"));
        try {
            // Not through a channel, which an interrupt would close.
            try (FileOutputStream out = new FileOutputStream(successor.toFile())) {
                out.write(content);
                out.getFD().sync();
            }
            Files.move(successor, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            Files.deleteIfExists(successor);
            throw fault;
        }
        syncDirectory();
    }

    /** Creates an empty file if there is none. */
    void create() throws IOException {
        if (Files.notExists(path)) {
            try {
                Files.createFile(path, ownerOnly("rw-------"));
            } catch (java.nio.file.FileAlreadyExistsException meanwhile) {
                // Another task created it first.
                return;
            }
        }
    }

    /** Whether users other than its owner may read it, as far as the file system reports. */
    boolean isReadableByOthers() throws IOException {
        return IS_POSIX
                && Files.getPosixFilePermissions(path).stream()
                        .anyMatch(permission -> !permission.name().startsWith("OWNER"));
    }

    /** Revokes everybody's permissions except its owner's. */
    void makePrivate() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    /**
     * Not every system supports it; without it a crash of the machine, though not of the process, may restore the old
     * entry.
     */
    private void syncDirectory() throws IOException {
        if (!IS_POSIX) {
            return;
        }
        boolean wasInterrupted = Thread.interrupted();
        try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (ClosedByInterruptException interrupted) {
            wasInterrupted = true;
            syncDirectory();
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return IS_POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
