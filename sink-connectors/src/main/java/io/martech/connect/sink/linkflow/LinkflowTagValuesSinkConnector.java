package io.martech.connect.sink.linkflow;

import io.martech.connect.account.Validation;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.linkflow.tagfile.TagFileKeys;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes fields of records into Linkflow as tag values of people, at least once and in order per person. Files are written by one
 * task, whatever {@code tasks.max} is: one task's file would replace the other's, or its calculation be taken for the other's.
 */
public final class LinkflowTagValuesSinkConnector extends PlatformSinkConnector {

    private static final Logger LOG = LoggerFactory.getLogger(LinkflowTagValuesSinkConnector.class);

    private boolean toldOfOneTask;

    public LinkflowTagValuesSinkConnector() {
        super(
                LinkflowTagValuesSinkTask.class,
                LinkflowTagValuesConfig.definition(),
                LinkflowTagValuesConfig::new,
                new Validation(LinkflowTagValuesConfig.definition(), TagRules.all(), LinkflowAccountOptions.ACCESS));
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        boolean writesFiles = TagFileKeys.FILES.equals(settings().getString(TagFileKeys.WRITE_MODE));
        if (writesFiles && maxTasks > 1 && !toldOfOneTask) {
            toldOfOneTask = true;
            LOG.warn(
                    "One task writes all files of tag values, although tasks.max is {}: two tasks would"
                            + " interfere with each other. Set tasks.max to 1, or {} to {}.",
                    maxTasks,
                    TagFileKeys.WRITE_MODE,
                    TagFileKeys.VALUES);
        }
        return super.taskConfigs(writesFiles ? 1 : maxTasks);
    }
}
