package io.martech.connect.integration.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.martech.connect.integration.Patience;
import io.martech.connect.integration.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code bin/authorize} from the built archive, and the browser of the person who consents. */
final class AuthorizeProgram implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("^ +(http://\\S+)$", Pattern.MULTILINE);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern INPUT = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Process process;
    private final Path output;

    private AuthorizeProgram(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Unpacks the archive and starts the program as the README says.
     *
     * @param directory an empty one
     */
    static AuthorizeProgram start(Path directory, List<String> arguments) {
        try {
            Path program = unpackInto(directory);
            List<String> command = new ArrayList<>(List.of(program.toString()));
            command.addAll(arguments);
            Path output = directory.resolve("output");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new AuthorizeProgram(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the address that it prints, as a browser does: the page there sends a form, and redirects are followed. */
    void consent() {
        Patience.until(() -> ADDRESS.matcher(output()).find());
        Matcher address = ADDRESS.matcher(output());
        assertThat(address.find()).isTrue();
        String page = get(HttpRequest.newBuilder(URI.create(address.group(1))));
        Matcher action = ACTION.matcher(page);
        assertThat(action.find()).as(page).isTrue();
        String form = INPUT.matcher(page)
                .results()
                .map(input -> input.group(1) + "=" + URLEncoder.encode(input.group(2), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        get(HttpRequest.newBuilder(URI.create(action.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Waits until it has ended well. @return what it has said */
    String awaitSuccess() {
        Patience.until(() -> !process.isAlive());
        assertThat(process.exitValue()).as(output()).isZero();
        return output();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String get(HttpRequest.Builder request) {
        HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path unpackInto(Path directory) throws IOException {
        Path built = ProjectRoot.find().resolve("platform-clients/authorize/target");
        String archive = only(built, ".tar.gz").toString();
        try {
            int exit = new ProcessBuilder("tar", "xzf", archive, "-C", directory.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(exit).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return only(directory, "").resolve("bin/authorize");
    }

    private static Path only(Path directory, String end) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .reduce((one, other) -> {
                        throw new IllegalStateException("Both " + one + " and " + other);
                    })
                    .orElseThrow();
        }
    }
}
