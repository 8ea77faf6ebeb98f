package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.quickstart.streams.Sink;
import io.martech.connect.sandbox.quickstart.streams.Source;

/** What is deployed: the files in {@code config/}, with {@code --break} one of them with a flaw. */
final class Connectors {

    private final Project project;
    private final Source broken;

    private Connectors(Project project, Source broken) {
        this.project = project;
        this.broken = broken;
    }

    /** The files exactly as users deploy them. */
    static Connectors asTheyAre(Project project) {
        return new Connectors(project, null);
    }

    /** The same, but one source loses a row on its way. */
    static Connectors with(Source broken, Project project) {
        return new Connectors(project, broken);
    }

    ConnectorFile of(Source source) {
        ConnectorFile file = project.connector(source.connectorFile());
        return source.equals(broken) ? FaultInjection.in(file, source.tables().get(0)) : file;
    }

    ConnectorFile of(Sink sink) {
        return project.connector(sink.connectorFile());
    }
}
