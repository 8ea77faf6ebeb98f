package io.martech.connect.authorize;

import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongClients;
import io.martech.connect.client.wukong.WukongRevision;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Authorizes connectors for a Wukong account. */
@Command(name = "wukong", mixinStandardHelpOptions = true, description = "Authorizes connectors for a Wukong account.")
final class WukongCommand implements Callable<Integer> {

    @Option(
            names = "--app-id",
            required = true,
            paramLabel = "ID",
            description = "The AppId issued by Wukong (wukong.app.id).")
    private String appId;

    @Option(
            names = "--url",
            paramLabel = "ADDRESS",
            defaultValue = WukongAccount.PUBLIC_URL,
            description = "Base address of the Wukong API (wukong.url). Default: ${DEFAULT-VALUE}")
    private String url;

    @Option(
            names = "--api-revision",
            paramLabel = "v1|v2",
            defaultValue = "v1",
            description = "The revision of the API (wukong.api.revision). Default: ${DEFAULT-VALUE}")
    private String revision;

    @Mixin
    private AccountOptions account;

    @Mixin
    private CodeOptions code;

    @Mixin
    private TargetOptions target;

    private final Terminal terminal;

    WukongCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        WukongAccount wukong = new WukongAccount(
                url,
                WukongRevision.of(revision),
                appId,
                account.secret(terminal, "App secret of " + appId),
                InitialGrant.none(),
                null,
                Set.of());
        return new Dialogue(terminal, WukongClients.authorization(wukong, TimeSource.system()), code, target).run();
    }
}
