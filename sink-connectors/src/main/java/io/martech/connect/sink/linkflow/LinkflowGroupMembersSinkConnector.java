package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import io.martech.connect.sink.linkflow.group.LinkflowGroupMembersOptions;

/** Adds contacts to static groups of Linkflow and removes them, at least once and in order per contact. */
public final class LinkflowGroupMembersSinkConnector extends PlatformSinkConnector {

    /** The parts of connector and task. */
    public static final SinkDefinition<LinkflowGroupMembersOptions> DEFINITION = new SinkDefinition<>(
            LinkflowAccountOptions.ACCESS,
            LinkflowGroupMembersOptions.definition(),
            LinkflowGroupMembersOptions.rules(),
            LinkflowGroupMembersOptions::new,
            (options, client, time) -> options.operation(client, time));

    public LinkflowGroupMembersSinkConnector() {
        super(DEFINITION, Task.class);
    }

    public static final class Task extends PlatformSinkTask {

        public Task() {
            super(DEFINITION);
        }
    }
}
