package io.martech.connect.authorize;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The source of the app's secret. Never the command line itself, which every user of the machine can read. */
final class AccountOptions {

    @Option(
            names = "--app-secret-file",
            paramLabel = "FILE",
            description = "A file whose first line is the app's secret. Without it the program prompts for the secret.")
    private Path secretFile;

    /** @throws Failure if the file cannot be read */
    String secret(Terminal terminal, String question) throws IOException {
        if (secretFile == null) {
            return terminal.secret(question);
        }
        try (BufferedReader file = Files.newBufferedReader(secretFile)) {
            String line = file.readLine();
            return line == null ? "" : line.trim();
        } catch (IOException unreadable) {
            throw new Failure("--app-secret-file " + secretFile + " cannot be read ("
                    + unreadable.getClass().getSimpleName() + ").");
        }
    }
}
