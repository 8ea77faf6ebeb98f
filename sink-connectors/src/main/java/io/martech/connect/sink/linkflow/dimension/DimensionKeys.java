package io.martech.connect.sink.linkflow.dimension;

import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import io.martech.connect.sink.record.PathAndName;
import org.apache.kafka.common.config.ConfigDef;

/** The keys that say how a record becomes a row of a dimension table. */
public final class DimensionKeys {

    public static final String ALIAS = "dimension.alias";
    public static final String KEY_COLUMNS = "dimension.key.columns";
    public static final String COLUMNS = "dimension.columns";

    private DimensionKeys() {}

    public static void define(ConfigDef definition) {
        OptionGroup group = new OptionGroup(definition, "Dimension table");
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
        MessageKeys.defineNullFields(group);
    }
}
