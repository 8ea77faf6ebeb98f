package io.martech.connect.authorize;

import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.m1world.M1worldClients;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Authorizes connectors for an M1world account. */
@Command(
        name = "m1world",
        mixinStandardHelpOptions = true,
        description = "Authorizes connectors for an M1world account. Not needed for an account with a fixed key.")
final class M1worldCommand implements Callable<Integer> {

    @Option(
            names = "--app-key",
            required = true,
            paramLabel = "KEY",
            description = "The app_key of your M1world app (m1world.app.key).")
    private String appKey;

    @Option(
            names = "--auth-url",
            paramLabel = "ADDRESS",
            defaultValue = M1worldAccount.PUBLIC_AUTH_URL,
            description =
                    "Base address of M1world's authorization server (m1world.auth.url). Default: ${DEFAULT-VALUE}")
    private String authUrl;

    @Mixin
    private AccountOptions account;

    @Mixin
    private CodeOptions code;

    @Mixin
    private TargetOptions target;

    private final Terminal terminal;

    M1worldCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        M1worldAccount.App app = new M1worldAccount.App(
                authUrl, appKey, account.secret(terminal, "App secret of " + appKey), InitialGrant.none(), null);
        M1worldAccount m1world = M1worldAccount.withApp(null, app);
        return new Dialogue(terminal, M1worldClients.authorization(m1world, TimeSource.system()), code, target).run();
    }
}
