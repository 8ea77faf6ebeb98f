package io.martech.connect.sink.wukong;

import io.martech.connect.account.HttpOptions;
import io.martech.connect.account.TokenStoreOptions;
import io.martech.connect.account.wukong.WukongAccountOptions;
import io.martech.connect.options.ConfigRule;
import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.SinkKeys;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.NullValues;
import io.martech.connect.sink.record.PathAndName;
import io.martech.connect.sink.record.PlatformTime;
import io.martech.connect.sink.record.RecordText;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The options of {@link WukongLeadsSinkConnector}. */
public final class WukongLeadsOptions extends AbstractConfig {

    static final String UID = "wukong.uid";
    static final String UID_FIELD = "wukong.uid.field";
    static final String LEAD_FIELDS = "lead.fields";

    /** No limit is documented. */
    private static final int BATCH_SIZE_DEFAULT = 50;

    /** Only for times in texts: the platform has none. */
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final String PATH_V1 = "/importv1/potential";
    private static final String PATH_V2 = "/openv1/import";

    WukongLeadsOptions(Map<String, String> properties) {
        // Not logged: the app's id would be among the values.
        super(definition(), properties, false);
    }

    /** All options, in the order of the reference. */
    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        WukongAccountOptions.define(definition);
        TokenStoreOptions.define(definition);
        defineLeads(new OptionGroup(definition, "Leads"));
        SinkKeys.define(definition, "wukong", BATCH_SIZE_DEFAULT);
        HttpOptions.defineWithoutTrial(definition);
        return definition;
    }

    private static void defineLeads(OptionGroup group) {
        group.text(UID, "")
                .check(Validators.orNothing(Validators.platformId()))
                .high()
                .named("User id")
                .doc("Id of the Wukong user to whom all leads are assigned. Set either this or " + UID_FIELD + ".")
                .text(UID_FIELD, "")
                .check(Validators.orNothing(FieldPath.validator()))
                .named("User id field")
                .doc("Path of the field that holds the id of the Wukong user to whom the lead is assigned, such"
                        + " as owner.uid or key.uid.")
                .list(LEAD_FIELDS, "")
                .check(PathAndName.validator("field"))
                .named("Fields")
                .doc("Fields to send, as comma-separated pairs path:field such as customer.phone:mobile. Wukong"
                        + " accepts name, mobile, email, wechat and qq only. Empty, the default, sends the fields of"
                        + " these names.");
    }

    /** The rules between the options; each fault is attributed to one option. */
    static List<ConfigRule> rules() {
        return List.of(
                ConfigRule.exactlyOne(UID, UID_FIELD),
                new ConfigRule(LEAD_FIELDS, WukongLeadsOptions::fieldsAreWukongs));
    }

    private static Optional<String> fieldsAreWukongs(ConfigRule.Values values) {
        List<String> pairs = values.list(LEAD_FIELDS);
        Optional<String> unknown = PathAndName.parseAll(pairs).stream()
                .map(PathAndName::name)
                .filter(name -> !Lead.FIELDS.contains(name))
                .findFirst();
        if (unknown.isPresent()) {
            return Optional.of(
                    "Wukong has no field " + unknown.get() + ": choose among " + String.join(", ", Lead.FIELDS) + ".");
        }
        return PathAndName.sharedName(pairs)
                .map(name -> "Two paths have the field " + name + ": one would hide the other.");
    }

    LeadsOperation operation() {
        LeadMapping mapping = new LeadMapping(
                PathAndName.parseAll(getList(LEAD_FIELDS)),
                uid(),
                NullValues.of(getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES)),
                new PlatformTime(ZONE, ZoneId.of(getString(SinkKeys.DEBEZIUM_LOCAL_TIME_ZONE))));
        boolean isFirst = WukongAccountOptions.V1.equals(getString(WukongAccountOptions.API_REVISION));
        return new LeadsOperation(mapping, isFirst ? PATH_V1 : PATH_V2);
    }

    private RecordText uid() {
        String field = getString(UID_FIELD);
        return field.isEmpty() ? RecordText.fixed(getString(UID), UID) : RecordText.in(FieldPath.of(field), UID_FIELD);
    }
}
