package io.martech.connect.schema.m1world;

import static io.martech.connect.schema.type.FieldKind.Scalar.BOOLEAN;
import static io.martech.connect.schema.type.FieldKind.Scalar.DATE;
import static io.martech.connect.schema.type.FieldKind.Scalar.EPOCH_DAY;
import static io.martech.connect.schema.type.FieldKind.Scalar.EPOCH_MILLISECONDS;
import static io.martech.connect.schema.type.FieldKind.Scalar.LONG;
import static io.martech.connect.schema.type.FieldKind.Scalar.TEXT;
import static io.martech.connect.schema.type.FieldKind.Scalar.TIMESTAMP;
import static io.martech.connect.schema.type.FieldType.optional;
import static io.martech.connect.schema.type.FieldType.required;

import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.FieldKind.ListOf;
import io.martech.connect.schema.type.FieldKind.Nested;
import io.martech.connect.schema.type.FieldType;
import java.util.ArrayList;
import java.util.List;

/** M1world's documented fields of contacts and of e-mail events. */
final class M1worldEntities {

    private static final String NAMESPACE = M1worldSchemas.NAMESPACE;

    private static final List<FieldType> EVENT_FIELDS = List.of(
            optional("task_id", LONG),
            optional("subject", TEXT),
            optional("thumbnail", TEXT),
            optional("sendtime", EPOCH_MILLISECONDS),
            optional("dmdtype", TEXT),
            optional("email", TEXT),
            optional("eventdate", TIMESTAMP),
            optional("clickname", TEXT),
            optional("clickurl", TEXT),
            optional("ip", TEXT),
            optional("country", TEXT),
            optional("province", TEXT),
            optional("city", TEXT),
            optional("software", TEXT),
            optional("clientOs", TEXT),
            optional("mailing_id", TEXT));

    private static final EntityType EMAIL_BEHAVIOR = new EntityType(NAMESPACE + "EmailBehavior", EVENT_FIELDS);

    /** The document shows only empty lists of {@code tags}; the element is assumed to be like that of groups. */
    private static final EntityType CONTACT_TAG = EntityType.of(
            NAMESPACE + "ContactTag",
            optional("id", LONG),
            optional("tagId", LONG),
            optional("tagName", TEXT),
            optional("contactId", LONG),
            optional("createTime", EPOCH_MILLISECONDS));

    static final EntityType CONTACT = EntityType.of(
            NAMESPACE + "Contact",
            required("id", LONG),
            optional("fullName", TEXT),
            optional("gender", BOOLEAN),
            optional("gender_des", TEXT),
            optional("birthday", EPOCH_DAY),
            optional("birthday_des", TEXT),
            optional("companyName", TEXT),
            optional("jobTitle", TEXT),
            optional("email", TEXT),
            optional("workPhone", TEXT),
            optional("mobilePhone", TEXT),
            optional("website", TEXT),
            optional("fax", TEXT),
            optional("country", TEXT),
            optional("province", LONG),
            optional("province_des", TEXT),
            optional("province_zh", TEXT),
            optional("city", LONG),
            optional("city_des", TEXT),
            optional("city_zh", TEXT),
            optional("address", TEXT),
            optional("postCode", TEXT),
            optional("qQ", TEXT),
            optional("weibo", TEXT),
            optional("weixin", TEXT),
            optional("notes", TEXT),
            optional("createAt", LONG),
            optional("accountId", TEXT),
            optional("createTime", EPOCH_MILLISECONDS),
            optional("updateTime", EPOCH_MILLISECONDS),
            optional("QRCodeURL", TEXT),
            optional("isEmailActive", BOOLEAN),
            optional(
                    "propertys",
                    listOf(EntityType.of(
                            NAMESPACE + "ContactProperty",
                            optional("id", LONG),
                            optional("propertyId", LONG),
                            optional("contactId", LONG),
                            optional("label", TEXT),
                            optional("createTime", EPOCH_MILLISECONDS),
                            optional("updateTime", EPOCH_MILLISECONDS)))),
            optional(
                    "groups",
                    listOf(EntityType.of(
                            NAMESPACE + "ContactGroup",
                            optional("id", LONG),
                            optional("groupId", LONG),
                            optional("groupName", TEXT),
                            optional("contactId", LONG),
                            optional("createTime", EPOCH_MILLISECONDS)))),
            optional(
                    "sources",
                    listOf(EntityType.of(
                            NAMESPACE + "ContactSource",
                            optional("id", LONG),
                            optional("sourceId", LONG),
                            optional("name", TEXT),
                            optional("contactId", LONG),
                            optional("createTime", EPOCH_MILLISECONDS)))),
            optional("tags", listOf(CONTACT_TAG)),
            optional(
                    "opLogs",
                    listOf(EntityType.of(
                            NAMESPACE + "OperationLogDay",
                            optional("date", DATE),
                            optional(
                                    "log",
                                    listOf(EntityType.of(
                                            NAMESPACE + "OperationLog",
                                            optional("logs", new ListOf(TEXT)),
                                            optional("username", TEXT))))))),
            optional(
                    "edm",
                    new Nested(EntityType.of(
                            NAMESPACE + "EmailSummary",
                            optional("isEmailActive", BOOLEAN),
                            optional("edmBehavior", listOf(EMAIL_BEHAVIOR))))));

    static final EntityType EMAIL_EVENT = new EntityType(NAMESPACE + "EmailEvent", withId());

    private M1worldEntities() {}

    private static List<FieldType> withId() {
        List<FieldType> fields = new ArrayList<>();
        fields.add(required("event_id", TEXT));
        fields.addAll(EVENT_FIELDS);
        return fields;
    }

    private static ListOf listOf(EntityType element) {
        return new ListOf(new Nested(element));
    }
}
