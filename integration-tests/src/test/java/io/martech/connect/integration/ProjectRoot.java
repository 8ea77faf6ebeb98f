package io.martech.connect.integration;

import java.nio.file.Files;
import java.nio.file.Path;

/** The top directory of the project, wherever the tests are started from. */
public final class ProjectRoot {

    private ProjectRoot() {}

    public static Path find() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("integration-tests/pom.xml"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("Start the tests inside the project, not in "
                        + Path.of("").toAbsolutePath());
            }
        }
        return directory;
    }
}
