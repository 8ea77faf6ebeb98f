package io.martech.connect.sink.linkflow;

import io.martech.connect.account.Validation;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;

/** Writes records into Linkflow as contacts, events and orders, at least once and in order per person. */
public final class LinkflowMessagesSinkConnector extends PlatformSinkConnector {

    public LinkflowMessagesSinkConnector() {
        super(
                LinkflowMessagesSinkTask.class,
                LinkflowMessagesConfig.definition(),
                LinkflowMessagesConfig::new,
                new Validation(LinkflowMessagesConfig.definition(), MessageRules.all(), LinkflowAccountOptions.ACCESS));
    }
}
