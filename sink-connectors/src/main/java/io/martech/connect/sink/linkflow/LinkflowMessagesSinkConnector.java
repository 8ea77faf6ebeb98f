package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import io.martech.connect.sink.linkflow.message.LinkflowMessagesOptions;

/** Writes records into Linkflow as contacts, events and orders, at least once and in order per contact. */
public final class LinkflowMessagesSinkConnector extends PlatformSinkConnector {

    /** The parts of connector and task. */
    public static final SinkDefinition<LinkflowMessagesOptions> DEFINITION = new SinkDefinition<>(
            LinkflowAccountOptions.ACCESS,
            LinkflowMessagesOptions.definition(),
            LinkflowMessagesOptions.rules(),
            LinkflowMessagesOptions::new,
            (options, client, time) -> options.operation(time));

    public LinkflowMessagesSinkConnector() {
        super(DEFINITION, Task.class);
    }

    public static final class Task extends PlatformSinkTask {

        public Task() {
            super(DEFINITION);
        }
    }
}
