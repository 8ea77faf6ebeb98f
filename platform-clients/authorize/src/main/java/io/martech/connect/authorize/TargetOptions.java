package io.martech.connect.authorize;

import io.martech.connect.client.auth.oauth.Authorization;
import io.martech.connect.client.auth.oauth.PrivateFile;
import io.martech.connect.client.auth.oauth.StoredTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The destination of the tokens, as options. */
final class TargetOptions {

    @ArgGroup(multiplicity = "1")
    private Choice choice;

    private static final class Choice {

        @Option(
                names = "--token-store",
                paramLabel = "DIRECTORY",
                description = {
                    "The directory that token.store.path of the connectors names: best choice.",
                    "Run this program as the user that the workers run as, or they cannot read the file."
                })
        private Path directory;

        @Option(
                names = "--properties",
                paramLabel = "FILE",
                description = {
                    "A properties file for Connect's file config provider, into which the refresh token is written.",
                    "Other lines of the file stay."
                })
        private Path properties;
    }

    /** The destination of the tokens of this authorization. */
    Target target(io.martech.connect.client.auth.oauth.Authorization authorization) {
        return choice.directory != null
                ? new TokenStoreTarget(authorization, choice.directory)
                : new PropertiesTarget(authorization.keyPrefix(), choice.properties);
    }

    /** The account's file in the token store. */
    private static final class TokenStoreTarget implements Target {

        private final Authorization authorization;
        private final Path directory;
        private String file;

        TokenStoreTarget(Authorization authorization, Path directory) {
            this.authorization = authorization;
            this.directory = directory.toAbsolutePath().normalize();
        }

        @Override
        public void prepare() throws IOException, InterruptedException {
            file = authorization.prepare(directory);
        }

        @Override
        public String write(StoredTokens tokens) throws IOException, InterruptedException {
            authorization.keep(tokens, directory);
            String prefix = authorization.keyPrefix();
            return "The tokens are in " + file + ", readable by this user only.\n"
                    + "Now set token.store.path=" + directory
                    + " in the connectors of the account, with the same address and app,"
                    + " and leave " + prefix + ".refresh.token and " + prefix
                    + ".authorization.code empty. Restart tasks that"
                    + " have failed. On a cluster the directory must be on a volume shared by all workers.";
        }
    }

    /** A properties file for Connect's {@code FileConfigProvider}; one line is replaced or added. */
    private static final class PropertiesTarget implements Target {

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
}
