package io.martech.connect.sink.wukong;

import io.martech.connect.options.OptionGroup;
import io.martech.connect.options.Validators;
import io.martech.connect.sink.record.FieldPath;
import io.martech.connect.sink.record.PathAndName;
import org.apache.kafka.common.config.ConfigDef;

/** The keys that say how a record becomes a lead. */
final class LeadKeys {

    static final String UID = "wukong.uid";
    static final String UID_FIELD = "wukong.uid.field";
    static final String LEAD_FIELDS = "lead.fields";

    private LeadKeys() {}

    static void define(ConfigDef definition) {
        OptionGroup group = new OptionGroup(definition, "Leads");
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
}
