package io.martech.connect.sink.wukong;

import io.martech.connect.config.Codes;
import io.martech.connect.config.ConfigGroup;
import io.martech.connect.config.Identifier;
import io.martech.connect.sink.setup.OrNothing;
import io.martech.connect.sink.setup.PairsValidator;
import io.martech.connect.sink.setup.PathValidator;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys that say how a record becomes a lead. */
final class LeadKeys {

    static final String UID = "wukong.uid";
    static final String UID_FIELD = "wukong.uid.field";
    static final String LEAD_FIELDS = "lead.fields";
    static final String REJECT_CODES = "wukong.reject.codes";
    static final String SPLIT_CODES = "wukong.split.codes";

    private LeadKeys() {}

    static void define(ConfigDef definition) {
        ConfigGroup group = new ConfigGroup(definition, "Leads");
        group.key(
                        UID,
                        Type.STRING,
                        "",
                        OrNothing.or(new Identifier()),
                        Importance.HIGH,
                        "User",
                        "Id of the Wukong user to whom all leads go. Give this or " + UID_FIELD + ".")
                .key(
                        UID_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.MEDIUM,
                        "Field of the user",
                        "Where a record names the Wukong user to whom its lead goes, such as owner.uid or key.uid.")
                .key(
                        LEAD_FIELDS,
                        Type.LIST,
                        "",
                        new PairsValidator("field"),
                        Importance.MEDIUM,
                        "Fields",
                        "What to send of a record, as pairs path:field separated by commas, such as customer.phone:mobile. Wukong"
                                + " takes name, mobile, email, wechat and qq, and nothing else. Empty, the default, means the fields"
                                + " of these names.")
                .key(
                        REJECT_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.MEDIUM,
                        "Codes: lead refused",
                        "Error codes (errcode) by which Wukong refuses a lead, which then is rejected alone. Empty by default,"
                                + " since the platform documents none: an unknown code may be an outage, so it is repeated ten times"
                                + " and then stops the task, with the code in its message.")
                .key(
                        SPLIT_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.LOW,
                        "Codes: too many leads",
                        "Error codes (errcode) by which Wukong says that a request holds too many leads; it is sent again in"
                                + " halves. Empty by default, since the platform documents none.");
    }
}
