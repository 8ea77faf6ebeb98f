package io.martech.connect.source.linkflow;

import io.martech.connect.account.Validation;
import io.martech.connect.account.linkflow.LinkflowConnection;
import io.martech.connect.source.connector.PlatformSourceConnector;

/**
 * Reads Linkflow: all history first, then what changes. One connector per account, since credentials belong to it; its
 * resources are spread over {@code tasks.max} tasks.
 */
public final class LinkflowSourceConnector extends PlatformSourceConnector<LinkflowSourceConfig> {

    public LinkflowSourceConnector() {
        super(
                LinkflowSourceTask.class,
                LinkflowSourceConfig.definition(),
                LinkflowSourceConfig::new,
                LinkflowSourceConfig::common,
                LinkflowOffsets::rules,
                Validation.of(LinkflowSourceRules.all(), LinkflowSourceConfig::new, LinkflowConnection.trial()));
    }
}
