package io.martech.connect.authorize;

import io.martech.connect.client.TimeSource;
import io.martech.connect.client.auth.oauth.InitialGrant;
import io.martech.connect.client.m1world.M1worldAccount;
import io.martech.connect.client.m1world.M1worldClients;
import io.martech.connect.client.wukong.WukongAccount;
import io.martech.connect.client.wukong.WukongClients;
import io.martech.connect.client.wukong.WukongRevision;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code authorize} command line. */
@Command(
        name = "authorize",
        mixinStandardHelpOptions = true,
        description = {
            "Authorizes connectors for an account whose owner must consent in a browser.",
            "It prints an address to open, receives the authorization code, exchanges it for tokens and"
                    + " writes them where the connectors read them.",
            "Only for Wukong and M1world: Linkflow and Youmi need no consent, their connectors use an"
                    + " app's key and secret."
        },
        synopsisSubcommandLabel = "wukong|m1world",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the tokens are written", "1:they are not; the message says why", "2:the options are wrong"})
public final class Authorize {

    /** The exit code if no tokens were obtained. */
    static final int FAILED = 1;

    private Authorize() {}

    /** The command line with its subcommands; user input is read from the terminal. */
    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Authorize())
                .addSubcommand(new WukongCommand(terminal))
                .addSubcommand(new M1worldCommand(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler((mistake, given) -> misused(mistake))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    /** The full help would scroll the error message out of sight. */
    private static int misused(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println(mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, command.getErr());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The message is complete; a stack trace would not help a user. */
    private static int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof RuntimeException && !Failure.isTold(failure)) {
            throw failure;
        }
        command.getErr().println(Failure.words(failure));
        return FAILED;
    }

    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.console());
        System.exit(commandLine(terminal).execute(arguments));
    }

    /** Authorizes connectors for an M1world account. */
    @Command(
            name = "m1world",
            mixinStandardHelpOptions = true,
            description = "Authorizes connectors for an M1world account. Not needed for an account with a fixed key.")
    private static final class M1worldCommand implements Callable<Integer> {

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
            return new Dialogue(terminal, M1worldClients.authorization(m1world, TimeSource.system()), code, target)
                    .run();
        }
    }

    /** Authorizes connectors for a Wukong account. */
    @Command(
            name = "wukong",
            mixinStandardHelpOptions = true,
            description = "Authorizes connectors for a Wukong account.")
    private static final class WukongCommand implements Callable<Integer> {

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
}
