package io.martech.connect.authorize;

import io.martech.connect.client.auth.oauth.Authorization;
import io.martech.connect.client.auth.oauth.StoredTokens;
import java.io.IOException;
import java.nio.file.Path;

/** The account's file in the token store. */
final class TokenStoreTarget implements Target {

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
