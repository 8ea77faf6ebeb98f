package io.martech.connect.sink.linkflow;

import io.martech.connect.account.Validation;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;

/** Writes records into a dimension table of Linkflow as rows, at least once and in order per row. */
public final class LinkflowDimensionsSinkConnector extends PlatformSinkConnector {

    public LinkflowDimensionsSinkConnector() {
        super(
                LinkflowDimensionsSinkTask.class,
                LinkflowDimensionsConfig.definition(),
                LinkflowDimensionsConfig::new,
                new Validation(
                        LinkflowDimensionsConfig.definition(),
                        LinkflowDimensionsConfig.rules(),
                        LinkflowAccountOptions.ACCESS));
    }
}
