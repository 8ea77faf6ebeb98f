package io.martech.connect.authorize;

import io.martech.connect.client.auth.oauth.PrivateFile;
import io.martech.connect.client.auth.oauth.StoredTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A properties file for Connect's {@code FileConfigProvider}; one line is replaced or added. */
final class PropertiesTarget implements Target {

    private final String key;
    private final PrivateFile file;

    PropertiesTarget(String keyPrefix, Path path) {
        this.key = keyPrefix + ".refresh.token";
        this.file = new PrivateFile(path.toAbsolutePath().normalize());
    }

    /** Verified by writing the file with its current content, which also makes it private. */
    @Override
    public void prepare() throws IOException {
        file.createDirectories();
        write(lines());
    }

    @Override
    public String write(StoredTokens tokens) throws IOException {
        if (tokens.refreshToken() == null) {
            throw new Failure("The platform has issued no refresh token, so there is nothing to write into "
                    + file.path() + ". Use --token-store.");
        }
        Stream<String> others = lines().stream().filter(line -> !isOfKey(line));
        write(Stream.concat(others, Stream.of(key + "=" + escaped(tokens.refreshToken())))
                .collect(Collectors.toList()));
        return "The refresh token is in " + file.path() + " as " + key + ", readable by this user only.\n"
                + "Now set \"" + key + "\": \"${file:" + file.path() + ":" + key
                + "}\" in the connectors of the account and"
                + " restart them. Each use replaces the token, so set token.store.path too, to a directory on a volume shared by"
                + " all workers.";
    }

    private List<String> lines() throws IOException {
        return Files.exists(file.path()) ? Files.readAllLines(file.path()) : List.of();
    }

    private void write(List<String> lines) throws IOException {
        String content = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        file.replace(content.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOfKey(String line) {
        return line.strip().matches(java.util.regex.Pattern.quote(key) + "\\s*[=:\\s].*")
                || line.strip().equals(key);
    }

    /** In a properties file a backslash starts an escape. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }
}
