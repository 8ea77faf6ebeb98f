package io.martech.connect.sink.linkflow.options;

import io.martech.connect.account.linkflow.LinkflowAccountOptions;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.IgnoredValues;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.kafka.common.config.AbstractConfig;

/** Options that several sinks of Linkflow share: identities, and the handling of null fields. */
public final class SharedOptions {

    public static final String IDENTITY_FIELDS = "identity.fields";
    public static final String IDENTITIES_FIELD = "identities.field";
    public static final String IDENTITY_IGNORED_VALUES = "identity.ignored.values";

    private static final String BEHAVIOR_ON_NULL_FIELDS = "behavior.on.null.fields";
    private static final String OMIT = "omit";
    private static final String SEND = "send";

    private SharedOptions() {}

    public static void defineIgnoredValues(OptionGroup group) {
        group.list(IDENTITY_IGNORED_VALUES, "0,null,undefined,无")
                .check(Validators.anyList())
                .named("Ignored identity values")
                .doc("Placeholder values that are not treated as an identity; otherwise everyone with such a"
                        + " value would be merged into one person. Null, empty and blank values are always ignored. A"
                        + " record without any identity is rejected.");
    }

    public static void defineNullFields(OptionGroup group) {
        group.text(BEHAVIOR_ON_NULL_FIELDS, OMIT)
                .check(Validators.oneOf(OMIT, SEND))
                .low()
                .named("Null fields")
                .doc("How to handle a field that is present and null: omit leaves it out, so that Linkflow keeps"
                        + " its value; send sends null. A field that a record lacks is never sent. The same applies"
                        + " inside props and other objects, whether Map, Struct or JSON text; a null in a list keeps"
                        + " its place.");
    }

    /** Whether null fields are sent as null. */
    public static boolean sendsNulls(AbstractConfig config) {
        return SEND.equals(config.getString(BEHAVIOR_ON_NULL_FIELDS));
    }

    public static IgnoredValues ignoredValues(AbstractConfig config) {
        return new IgnoredValues(config.getList(IDENTITY_IGNORED_VALUES));
    }

    /** The format of times: local ones of the platform, with the configured zone of databases. */
    public static PlatformTime time(AbstractConfig config) {
        return new PlatformTime(
                ZoneOffset.of(config.getString(LinkflowAccountOptions.TIME_ZONE)),
                ZoneId.of(config.getString(SinkKeys.DEBEZIUM_LOCAL_TIME_ZONE)));
    }

    /** The path in an option, or null if it is not set. */
    public static FieldPath pathOrNull(AbstractConfig config, String key) {
        String path = config.getString(key);
        return path == null || path.isEmpty() ? null : FieldPath.of(path);
    }

    /** The text that one option sets for all records, or the field that the other option reads from each record. */
    public static RecordText text(AbstractConfig config, String key, String fieldKey) {
        FieldPath path = pathOrNull(config, fieldKey);
        String text = config.getString(key);
        return path == null
                ? RecordText.fixed(text == null || text.isEmpty() ? null : text, key)
                : RecordText.in(path, fieldKey);
    }
}
