package io.martech.connect.options;

import io.martech.connect.options.validator.DirectoryOrEmpty;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Where tokens that replace each other are kept. */
public final class TokenStoreKeys {

    public static final String PATH = "token.store.path";

    private TokenStoreKeys() {}

    public static void define(ConfigDef definition) {
        new ConfigGroup(definition, "Tokens")
                .key(
                        PATH,
                        Type.STRING,
                        "",
                        new DirectoryOrEmpty(),
                        Importance.HIGH,
                        "Token store",
                        "Directory that stores the account's tokens, one file per account, readable by its owner"
                                + " only. On a cluster it must be on a volume shared by all workers: each refresh invalidates"
                                + " the previous token, so a worker with an outdated file is locked out. Empty means in memory"
                                + " only: after a restart the configured token is used again, which works once. A different"
                                + " refresh token or code in the configuration starts a new file.");
    }
}
