package io.martech.connect.sink.linkflow;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.sink.connector.PlatformSinkConnector;
import io.martech.connect.sink.connector.PlatformSinkTask;
import io.martech.connect.sink.connector.SinkDefinition;
import io.martech.connect.sink.linkflow.tagfile.TagFileOptions;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes fields of records into Linkflow as tag values of contacts, at least once and in order per contact. Files are
 * written by one task, regardless of {@code tasks.max}: with several, one task's file could replace another's, or
 * one's calculation be taken for another's.
 */
public final class LinkflowTagValuesSinkConnector extends PlatformSinkConnector {

    /** The parts of connector and task. */
    public static final SinkDefinition<LinkflowTagValuesOptions> DEFINITION = new SinkDefinition<>(
            LinkflowAccountOptions.ACCESS,
            LinkflowTagValuesOptions.definition(),
            LinkflowTagValuesOptions.rules(),
            LinkflowTagValuesOptions::new,
            (options, client, time) -> options.operation(client, time));

    private static final Logger LOG = LoggerFactory.getLogger(LinkflowTagValuesSinkConnector.class);

    private boolean toldOfOneTask;

    public LinkflowTagValuesSinkConnector() {
        super(DEFINITION, Task.class);
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        boolean writesFiles = TagFileOptions.FILES.equals(settings().getString(TagFileOptions.WRITE_MODE));
        if (writesFiles && maxTasks > 1 && !toldOfOneTask) {
            toldOfOneTask = true;
            LOG.warn(
                    "One task writes all files of tag values, although tasks.max is {}: two tasks would"
                            + " interfere with each other. Set tasks.max to 1, or {} to {}.",
                    maxTasks,
                    TagFileOptions.WRITE_MODE,
                    TagFileOptions.VALUES);
        }
        return super.taskConfigs(writesFiles ? 1 : maxTasks);
    }

    public static final class Task extends PlatformSinkTask {

        public Task() {
            super(DEFINITION);
        }
    }
}
