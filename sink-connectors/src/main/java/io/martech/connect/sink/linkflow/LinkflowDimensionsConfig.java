package io.martech.connect.sink.linkflow;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.sink.linkflow.dimension.DimensionKeys;
import io.martech.connect.sink.linkflow.dimension.DimensionsOperation;
import io.martech.connect.sink.linkflow.form.DataFields;
import io.martech.connect.sink.linkflow.form.NullFields;
import io.martech.connect.sink.linkflow.form.PropertyForm;
import io.martech.connect.sink.linkflow.options.LinkflowRules;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.PlatformTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The configuration of {@link LinkflowDimensionsSinkConnector}, checked. */
final class LinkflowDimensionsConfig extends AbstractConfig {

    /** The document says that there is a limit (B01206), and does not name it. */
    private static final int BATCH_SIZE_DEFAULT = 100;

    /**
     * @param properties the connector's properties
     * @throws ConfigException naming the key that is wrong
     */
    LinkflowDimensionsConfig(Map<String, String> properties) {
        // Not logged: the App Key would be among the values.
        super(definition(), properties, false);
        ConfigRule.require(rules(), values());
    }

    /** All keys, in groups, in the order in which a person would think of them. */
    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        DimensionKeys.define(definition);
        SinkKeys.define(definition, "linkflow", BATCH_SIZE_DEFAULT);
        HttpOptions.define(definition);
        return definition;
    }

    /** What must hold between the keys. */
    static List<ConfigRule> rules() {
        return LinkflowRules.with(
                new ConfigRule(
                        DimensionKeys.KEY_COLUMNS,
                        values -> values.isSet(DimensionKeys.KEY_COLUMNS)
                                ? Optional.empty()
                                : Optional.of("It is empty: name the columns of the table's primary key, such as id.")),
                new ConfigRule(
                        DimensionKeys.COLUMNS, values -> PathAndName.sharedName(values.list(DimensionKeys.COLUMNS))
                                .map(name -> "Two paths have the column " + name + ": one would hide the other.")),
                new ConfigRule(DimensionKeys.COLUMNS, LinkflowDimensionsConfig::keyIsSent));
    }

    DimensionsOperation operation() {
        PlatformTime time = new PlatformTime(
                ZoneOffset.of(getString(LinkflowAccountOptions.TIME_ZONE)),
                ZoneId.of(getString(SinkKeys.DEBEZIUM_LOCAL_TIME_ZONE)));
        NullFields nullFields = MessageKeys.SEND.equals(getString(MessageKeys.BEHAVIOR_ON_NULL_FIELDS))
                ? NullFields.SEND
                : NullFields.OMIT;
        return new DimensionsOperation(
                getString(DimensionKeys.ALIAS),
                getList(DimensionKeys.KEY_COLUMNS),
                new DataFields(PathAndName.parseAll(getList(DimensionKeys.COLUMNS))),
                PropertyForm.withLocalTimes(time, nullFields),
                nullFields,
                NullValues.of(getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES)));
    }

    private static Optional<String> keyIsSent(ConfigRule.Values values) {
        List<String> sent = PathAndName.parseAll(values.list(DimensionKeys.COLUMNS)).stream()
                .map(PathAndName::name)
                .toList();
        return values.list(DimensionKeys.KEY_COLUMNS).stream()
                .filter(column -> !sent.isEmpty() && !sent.contains(column))
                .findFirst()
                .map(column -> "It has no path for " + column + ", which is one of " + DimensionKeys.KEY_COLUMNS + ".");
    }
}
