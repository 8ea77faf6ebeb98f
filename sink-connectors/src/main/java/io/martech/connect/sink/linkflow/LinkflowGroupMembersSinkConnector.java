package io.martech.connect.sink.linkflow;

import io.martech.connect.account.Validation;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;

/** Lets contacts join and leave static groups of Linkflow, at least once and in order per contact. */
public final class LinkflowGroupMembersSinkConnector extends PlatformSinkConnector {

    public LinkflowGroupMembersSinkConnector() {
        super(
                LinkflowGroupMembersSinkTask.class,
                LinkflowGroupMembersConfig.definition(),
                LinkflowGroupMembersConfig::new,
                new Validation(
                        LinkflowGroupMembersConfig.definition(),
                        LinkflowGroupMembersConfig.rules(),
                        LinkflowAccountOptions.ACCESS));
    }
}
