package io.martech.connect.client.auth.oauth;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process of its own, a task on another worker, that says whether it could lock a file now. */
final class LockProbe implements Closeable {

    private static final String FREE = "free";

    private final Process process;
    private final OutputStream questions;
    private final BufferedReader answers;

    LockProbe(Path file) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockProbe.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        questions = process.getOutputStream();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    boolean couldTakeIt() throws IOException {
        questions.write('?');
        questions.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The other process is gone");
        }
        return FREE.equals(answer);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            while (System.in.read() >= 0) {
                FileLock lock = channel.tryLock();
                System.out.println(lock == null ? "held" : FREE);
                if (lock != null) {
                    lock.release();
                }
            }
        }
    }
}
