package io.martech.connect.authorize;

import io.martech.connect.client.auth.oauth.Authorization;
import io.martech.connect.client.auth.oauth.StoredTokens;
import java.io.IOException;
import java.nio.file.Path;
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
}
