package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.cluster.ConnectRestException;
import io.martech.connect.sandbox.cluster.ConnectorStatus;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in one line why something has failed. */
final class Failure {

    private static final String CAUSED_BY = "Caused by: ";

    private Failure() {}

    /** Why a connector or its first failed task has failed; empty if none has. */
    static Optional<String> of(String connector, ConnectorStatus status) {
        if ("FAILED".equals(status.state())) {
            return Optional.of("The connector " + connector + " has failed: " + reasonIn(status.trace()));
        }
        return status.tasks().stream()
                .filter(ConnectorStatus.TaskStatus::hasFailed)
                .findFirst()
                .map(task -> "Task " + task.id() + " of " + connector + " has failed: " + reasonIn(task.trace()));
    }

    /**
     * What an exception says. What the Connect worker says of a configuration is kept whole; of other messages the first line, and
     * the place of the log if they name one.
     */
    static String of(Throwable failure) {
        String message = failure.getMessage();
        if (message == null) {
            return failure.toString();
        }
        if (failure instanceof ConnectRestException) {
            return message.lines().map(String::strip).collect(Collectors.joining(" "));
        }
        String first = message.lines().findFirst().orElse("");
        return message.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("its log: "))
                .findFirst()
                .map(log -> first + " See " + log)
                .orElse(first);
    }

    /** The innermost cause in a stack trace, without the name of its class. */
    private static String reasonIn(String trace) {
        String line = trace.lines()
                .filter(each -> each.startsWith(CAUSED_BY))
                .reduce((earlier, later) -> later)
                .map(cause -> cause.substring(CAUSED_BY.length()))
                .orElseGet(() -> trace.lines().findFirst().orElse("no reason given"));
        int colon = line.indexOf(": ");
        return colon < 0 ? line : line.substring(colon + 2);
    }
}
