package io.martech.connect.sink.linkflow;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.linkflow.tag.TagKeys;
import io.martech.connect.sink.linkflow.tagfile.TagFileKeys;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of {@link LinkflowTagValuesSinkConnector}, checked. */
public final class LinkflowTagValuesConfig extends AbstractConfig {

    /** Records of one person become one request, however many; the document names no limit. */
    private static final int BATCH_SIZE_DEFAULT = 50;

    /**
     * @param properties the connector's properties
     * @throws ConfigException naming the key that is wrong
     */
    public LinkflowTagValuesConfig(Map<String, String> properties) {
        // Not logged: the App Key would be among the values.
        super(definition(), properties, false);
        ConfigRule.require(TagRules.all(), values());
    }

    /** All keys, in groups, in the order in which a person would think of them. */
    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        TagKeys.define(definition);
        TagFileKeys.define(definition);
        SinkKeys.define(definition, "linkflow", BATCH_SIZE_DEFAULT);
        HttpOptions.define(definition);
        return definition;
    }

    /** Files pay off when they hold many people: what is not set has other defaults there. */
    @Override
    protected Map<String, Object> postProcessParsedConfig(Map<String, Object> parsedValues) {
        Map<String, Object> instead = new HashMap<>();
        if (TagFileKeys.FILES.equals(parsedValues.get(TagFileKeys.WRITE_MODE))) {
            TagFileKeys.DEFAULTS_OF_FILES.forEach((key, value) -> {
                if (!originals().containsKey(key)) {
                    instead.put(key, value);
                }
            });
            // Forms fill in defaults, so it may well stand there without anybody having wanted it.
            Object usual = HttpOptions.MAX_IN_FLIGHT_REQUESTS_DEFAULT;
            if (usual.equals(parsedValues.get(HttpOptions.MAX_IN_FLIGHT_REQUESTS))) {
                instead.put(HttpOptions.MAX_IN_FLIGHT_REQUESTS, TagFileKeys.REQUESTS_AT_ONCE);
            }
        }
        return instead;
    }
}
