package io.martech.connect.sink.wukong;

import io.martech.connect.options.ConfigGroup;
import io.martech.connect.options.validator.Codes;
import io.martech.connect.options.validator.Identifier;
import io.martech.connect.sink.connector.OrNothing;
import io.martech.connect.sink.connector.PairsValidator;
import io.martech.connect.sink.connector.PathValidator;
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
                        "User id",
                        "Id of the Wukong user to whom all leads are assigned. Set either this or " + UID_FIELD + ".")
                .key(
                        UID_FIELD,
                        Type.STRING,
                        "",
                        OrNothing.or(new PathValidator()),
                        Importance.MEDIUM,
                        "User id field",
                        "Path of the field that holds the id of the Wukong user to whom the lead is assigned, such"
                                + " as owner.uid or key.uid.")
                .key(
                        LEAD_FIELDS,
                        Type.LIST,
                        "",
                        new PairsValidator("field"),
                        Importance.MEDIUM,
                        "Fields",
                        "Fields to send, as comma-separated pairs path:field such as customer.phone:mobile. Wukong"
                                + " accepts name, mobile, email, wechat and qq only. Empty, the default, sends the fields of"
                                + " these names.")
                .key(
                        REJECT_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.MEDIUM,
                        "Error codes: reject",
                        "Error codes (errcode) that reject a single lead. Empty by default, since the platform"
                                + " documents none: an unknown code may be an outage, so it is retried ten times, then the"
                                + " task fails with the code in its message.")
                .key(
                        SPLIT_CODES,
                        Type.LIST,
                        "",
                        new Codes(),
                        Importance.LOW,
                        "Error codes: split",
                        "Error codes (errcode) that mean too many leads in a request; it is split in half and sent"
                                + " again. Empty by default, since the platform documents none.");
    }
}
