package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import io.martech.connect.sink.linkflow.group.LinkflowGroupMembersOptions;

/** Lets contacts join and leave static groups of Linkflow, at least once and in order per contact. */
public final class LinkflowGroupMembersSinkConnector extends PlatformSinkConnector {

    /** What connector and task are made of. */
    public static final SinkDefinition<LinkflowGroupMembersOptions> DEFINITION = new SinkDefinition<>(
            LinkflowAccountOptions.ACCESS,
            LinkflowGroupMembersOptions.definition(),
            LinkflowGroupMembersOptions.rules(),
            LinkflowGroupMembersOptions::new,
            (options, client, time) -> options.operation(client, time));

    public LinkflowGroupMembersSinkConnector() {
        super(DEFINITION, Task.class);
    }

    /** Its task. */
    public static final class Task extends PlatformSinkTask {

        public Task() {
            super(DEFINITION);
        }
    }
}
