package io.martech.connect.schema.wukong;

import static io.martech.connect.schema.type.FieldKind.Scalar.DATE;
import static io.martech.connect.schema.type.FieldKind.Scalar.EPOCH_SECONDS;
import static io.martech.connect.schema.type.FieldKind.Scalar.TEXT;
import static io.martech.connect.schema.type.FieldType.optional;
import static io.martech.connect.schema.type.FieldType.required;

import io.martech.connect.schema.JsonRowSchema;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.Handling;
import io.martech.connect.schema.type.KeyType;

/** The contracts of the topics that are read from Wukong. */
public final class WukongSchemas {

    private static final String NAMESPACE = "io.martech.connect.wukong.v1.";
    private static final FieldKind TEXTS = new FieldKind.ListOf(TEXT);

    private static final EntityType LEAD = EntityType.of(
            NAMESPACE + "Lead",
            required("c_id", TEXT),
            optional("name", TEXT),
            optional("mobile", TEXT),
            optional("email", TEXT),
            optional("names", TEXTS),
            optional("mobiles", TEXTS),
            optional("emails", TEXTS),
            optional("create_at", DATE),
            optional("list_ids", TEXTS),
            optional("wk_uids", TEXTS));

    /** Rows of "获取潜客列表", keyed by {@code id}. */
    public static final TopicSchema LIST = new TopicSchema(
            KeyType.ofTexts(NAMESPACE + "LeadListKey", "id"),
            EntityType.of(
                    NAMESPACE + "LeadList",
                    required("id", TEXT),
                    optional("title", TEXT),
                    optional("uid", TEXT),
                    optional("create_time", EPOCH_SECONDS)));

    private WukongSchemas() {}

    /**
     * Rows of "获取潜客信息", keyed by {@code c_id}. The platform's {@code name}, {@code mobile} and {@code email} unchanged,
     * and split into {@code names}, {@code mobiles} and {@code emails}; the day that the lead was listed under; the lists
     * and users that it was found with.
     */
    public static RowSchema lead(Handling handling) {
        return new JsonRowSchema(KeyType.ofTexts(NAMESPACE + "LeadKey", "c_id"), LEAD, handling);
    }
}
