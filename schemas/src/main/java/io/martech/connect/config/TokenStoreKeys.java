package io.martech.connect.config;

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
                        "A directory in which the account's tokens are kept, one file per account, readable by its owner only. On a"
                                + " cluster it must be on a volume that all workers share: each refresh ends the token before, so"
                                + " a worker that lacks the newest file is locked out. Empty means memory only: after a restart the"
                                + " configured token is tried again, which works once. Another refresh token or code in the"
                                + " configuration begins a file of its own.");
    }
}
