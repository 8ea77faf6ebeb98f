package io.martech.connect.sink.linkflow;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.record.FieldPath;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of {@link LinkflowMessagesSinkConnector}, checked. */
final class LinkflowMessagesConfig extends AbstractConfig {

    /** The document names no limit; a person's records seldom come in greater numbers at once. */
    private static final int BATCH_SIZE_DEFAULT = 50;

    /**
     * @param properties the connector's properties
     * @throws ConfigException naming the key that is wrong
     */
    LinkflowMessagesConfig(Map<String, String> properties) {
        // Not logged: the App Key would be among the values.
        super(definition(), properties, false);
        ConfigRule.require(MessageRules.all(), values());
    }

    /** All keys, in groups, in the order in which a person would think of them. */
    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        MessageKeys.define(definition);
        SinkKeys.define(definition, "linkflow", BATCH_SIZE_DEFAULT);
        HttpOptions.define(definition);
        return definition;
    }

    /** A text that is set, or null. */
    String textOrNull(String key) {
        String text = getString(key);
        return text == null || text.isEmpty() ? null : text;
    }

    /** A text that is set, or an empty one. */
    String textOrEmpty(String key) {
        String text = getString(key);
        return text == null ? "" : text;
    }

    /** A path that is set, or null. */
    FieldPath pathOrNull(String key) {
        String path = textOrNull(key);
        return path == null ? null : FieldPath.of(path);
    }
}
