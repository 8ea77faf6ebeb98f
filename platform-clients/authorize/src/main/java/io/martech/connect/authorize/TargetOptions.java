package io.martech.connect.authorize;

import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the tokens go. */
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

    /** Where tokens of that authorization go. */
    Target target(io.martech.connect.client.auth.oauth.Authorization authorization) {
        return choice.directory != null
                ? new TokenStoreTarget(authorization, choice.directory)
                : new PropertiesTarget(authorization.keyPrefix(), choice.properties);
    }
}
