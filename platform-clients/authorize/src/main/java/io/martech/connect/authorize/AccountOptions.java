package io.martech.connect.authorize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the app's secret comes from. Never from the command line itself: everybody on the machine can read that. */
final class AccountOptions {

    @Option(
            names = "--app-secret-file",
            paramLabel = "FILE",
            description = "A file whose first line is the app's secret. Without it the secret is asked for.")
    private Path secretFile;

    String secret(Terminal terminal, String question) throws IOException {
        if (secretFile == null) {
            return terminal.secret(question);
        }
        String content = Files.readString(secretFile);
        return content.lines().findFirst().orElse("").trim();
    }
}
