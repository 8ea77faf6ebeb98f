package io.martech.connect.sink.linkflow.dimension;

import io.martech.connect.options.ConfigGroup;
import io.martech.connect.sink.connector.ListOrNothing;
import io.martech.connect.sink.connector.PairsValidator;
import io.martech.connect.sink.linkflow.options.AliasValidator;
import io.martech.connect.sink.linkflow.options.MessageKeys;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys that say how a record becomes a row of a dimension table. */
public final class DimensionKeys {

    public static final String ALIAS = "dimension.alias";
    public static final String KEY_COLUMNS = "dimension.key.columns";
    public static final String COLUMNS = "dimension.columns";

    private DimensionKeys() {}

    public static void define(ConfigDef definition) {
        ConfigGroup group = new ConfigGroup(definition, "Dimension table");
        group.key(
                        ALIAS,
                        Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new AliasValidator(),
                        Importance.HIGH,
                        "Alias",
                        "Alias of the dimension table that rows are uploaded to. The table must exist and have a primary key.")
                .key(
                        KEY_COLUMNS,
                        Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new ListOrNothing(),
                        Importance.HIGH,
                        "Key columns",
                        "Comma-separated list of the table's primary key columns. Records with the same key are sent"
                                + " in order, each in a request of its own, so that the last one wins. A record that lacks one"
                                + " of the columns is rejected.")
                .key(
                        COLUMNS,
                        Type.LIST,
                        "",
                        new PairsValidator("column"),
                        Importance.MEDIUM,
                        "Columns",
                        "Fields to send, as comma-separated pairs path:column such as product.colour:color. Empty,"
                                + " the default, sends all fields of the value under their own names. Paths are dotted:"
                                + " product.colour is a nested field, key.id a field of the record's key.");
        MessageKeys.defineNullFields(group);
    }
}
