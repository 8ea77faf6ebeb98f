package io.martech.connect.options;

import org.apache.kafka.common.config.ConfigDef;

/** Where tokens that replace each other are kept. */
public final class TokenStoreKeys {

    public static final String PATH = "token.store.path";

    private TokenStoreKeys() {}

    public static void define(ConfigDef definition) {
        new OptionGroup(definition, "Tokens")
                .text(PATH, "")
                .check(Validators.directoryOrEmpty())
                .high()
                .named("Token store")
                .doc("Directory that stores the account's tokens, one file per account, readable by its owner"
                        + " only. On a cluster it must be on a volume shared by all workers: each refresh invalidates"
                        + " the previous token, so a worker with an outdated file is locked out. Empty means in memory"
                        + " only: after a restart the configured token is used again, which works once. A different"
                        + " refresh token or code in the configuration starts a new file.");
    }
}
