package io.martech.connect.sink.linkflow;

import io.martech.connect.account.Validation;
import io.martech.connect.account.linkflow.LinkflowConnection;
import io.martech.connect.sink.setup.PlannedSinkConnector;

/** Writes fields of records into Linkflow as tag values of people, at least once and in order per person. */
public final class LinkflowTagValuesSinkConnector extends PlannedSinkConnector {

    public LinkflowTagValuesSinkConnector() {
        super(
                LinkflowTagValuesSinkTask.class,
                LinkflowTagValuesConfig.definition(),
                LinkflowTagValuesConfig::new,
                Validation.of(TagRules.all(), LinkflowTagValuesConfig::new, LinkflowConnection.trial()));
    }
}
