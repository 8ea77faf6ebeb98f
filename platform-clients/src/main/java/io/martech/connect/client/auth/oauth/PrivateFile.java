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
 * A file that only its owner can read, and that is replaced in one step: a reader, or whoever comes after a crash, finds
 * the old content or the new one, whole.
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

    /** Makes the directories above it that do not exist, for their owner only. */
    public void createDirectories() throws IOException {
        Files.createDirectories(path.getParent(), ownerOnly("rwx------"));
    }

    /**
     * Replaces the content; one writer at a time. When it returns, the new content is on the disk: the file and its name.
     *
     * @throws IOException if it could not; the old content is there still
     */
    public void replace(byte[] content) throws IOException {
        Path successor = path.resolveSibling("." + path.getFileName() + ".new");
        Files.deleteIfExists(successor);
        Files.createFile(successor, ownerOnly("rw-------"));
        try {
            // Not through a channel: an interrupt would close it.
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

    /** Makes an empty file if there is none. */
    void create() throws IOException {
        if (Files.notExists(path)) {
            try {
                Files.createFile(path, ownerOnly("rw-------"));
            } catch (java.nio.file.FileAlreadyExistsException meanwhile) {
                // Another task was first.
                return;
            }
        }
    }

    /** Whether others than its owner may read it, as far as the file system knows. */
    boolean isReadableByOthers() throws IOException {
        return IS_POSIX
                && Files.getPosixFilePermissions(path).stream()
                        .anyMatch(permission -> !permission.name().startsWith("OWNER"));
    }

    /** Takes everybody's rights away but its owner's. */
    void makePrivate() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    /** Not every system can; without it a crash of the machine, not of the process, may bring the old name back. */
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
