package io.martech.connect.authorize;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
}
