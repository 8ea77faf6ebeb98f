package io.martech.connect.sink.linkflow.dimension;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.linkflow.form.DataFields;
import io.martech.connect.sink.linkflow.form.NullFields;
import io.martech.connect.sink.linkflow.form.PropertyForm;
import io.martech.connect.sink.linkflow.options.SharedOptions;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.PathAndName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@code LinkflowDimensionsSinkConnector}. */
public final class LinkflowDimensionsOptions extends AbstractConfig {

    static final String ALIAS = "dimension.alias";
    static final String KEY_COLUMNS = "dimension.key.columns";
    static final String COLUMNS = "dimension.columns";

    /** The document mentions a limit (B01206) without stating it. */
    private static final int BATCH_SIZE_DEFAULT = 100;

    public LinkflowDimensionsOptions(Map<String, String> properties) {
        // Not logged: the App Key would be among the values.
        super(definition(), properties, false);
    }

    /** All options, in the order of the reference. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        LinkflowAccountOptions.define(definition);
        defineTable(new OptionGroup(definition, "Dimension table"));
        SinkKeys.define(definition, "linkflow", BATCH_SIZE_DEFAULT);
        HttpOptions.define(definition);
        return definition;
    }

    private static void defineTable(OptionGroup group) {
        group.text(ALIAS, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.matching("[\\p{L}\\p{N}_.-]+", "letters, digits, underscores, dots and hyphens"))
                .high()
                .named("Alias")
                .doc(
                        "Alias of the dimension table that rows are uploaded to. The table must exist and have a primary key.")
                .list(KEY_COLUMNS, ConfigDef.NO_DEFAULT_VALUE)
                .check(Validators.anyList())
                .high()
                .named("Key columns")
                .doc("Comma-separated list of the table's primary key columns. Records with the same key are sent"
                        + " in order, each in a request of its own, so that the last one wins. A record that lacks one"
                        + " of the columns is rejected.")
                .list(COLUMNS, "")
                .check(PathAndName.validator("column"))
                .named("Columns")
                .doc("Fields to send, as comma-separated pairs path:column such as product.colour:color. Empty,"
                        + " the default, sends all fields of the value under their own names. Paths are dotted:"
                        + " product.colour is a nested field, key.id a field of the record's key.");
        SharedOptions.defineNullFields(group);
    }

    /** The rules between the options; each fault is attributed to one option. */
    public static List<ConfigRule> rules() {
        return List.of(
                new ConfigRule(
                        KEY_COLUMNS,
                        values -> values.isSet(KEY_COLUMNS)
                                ? Optional.empty()
                                : Optional.of("It is empty: name the columns of the table's primary key, such as id.")),
                new ConfigRule(COLUMNS, values -> PathAndName.sharedName(values.list(COLUMNS))
                        .map(name -> "Two paths have the column " + name + ": one would hide the other.")),
                new ConfigRule(COLUMNS, LinkflowDimensionsOptions::keyIsSent));
    }

    private static Optional<String> keyIsSent(ConfigRule.Values values) {
        List<String> sent = PathAndName.parseAll(values.list(COLUMNS)).stream()
                .map(PathAndName::name)
                .toList();
        return values.list(KEY_COLUMNS).stream()
                .filter(column -> !sent.isEmpty() && !sent.contains(column))
                .findFirst()
                .map(column -> "It has no path for " + column + ", which is one of " + KEY_COLUMNS + ".");
    }

    public DimensionsOperation operation() {
        NullFields nullFields = SharedOptions.sendsNulls(this) ? NullFields.SEND : NullFields.OMIT;
        return new DimensionsOperation(
                getString(ALIAS),
                getList(KEY_COLUMNS),
                new DataFields(PathAndName.parseAll(getList(COLUMNS))),
                PropertyForm.withLocalTimes(SharedOptions.time(this), nullFields),
                nullFields,
                NullValues.of(getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES)));
    }
}
