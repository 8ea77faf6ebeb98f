package io.martech.connect.schema.m1world;

import static io.martech.connect.schema.type.FieldKind.Scalar.BOOLEAN;
import static io.martech.connect.schema.type.FieldKind.Scalar.EPOCH_MILLISECONDS;
import static io.martech.connect.schema.type.FieldKind.Scalar.INT;
import static io.martech.connect.schema.type.FieldKind.Scalar.LONG;
import static io.martech.connect.schema.type.FieldKind.Scalar.TEXT;
import static io.martech.connect.schema.type.FieldType.optional;
import static io.martech.connect.schema.type.FieldType.required;

import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.KeyType;
import java.util.List;

/** The contracts of the topics that are read from M1world, under the names of its document. */
public final class M1worldSchemas {

    static final String NAMESPACE = "io.martech.connect.m1world.v1.";

    /**
     * Rows of "获取联系人列表", keyed by {@code id}; with {@code opLogs} and {@code edm} of "获取联系人详情" if details are enabled.
     */
    public static final TopicSchema CONTACT =
            new TopicSchema(KeyType.of(NAMESPACE + "ContactKey", "id"), M1worldEntities.CONTACT);

    /** Rows of "获取群组列表", keyed by {@code id}. */
    public static final TopicSchema GROUP = new TopicSchema(
            KeyType.of(NAMESPACE + "GroupKey", "id"),
            EntityType.of(
                    NAMESPACE + "Group",
                    required("id", LONG),
                    optional("groupName", TEXT),
                    optional("contactSize", LONG)));

    /** Rows of "获取标签列表", keyed by {@code id}. */
    public static final TopicSchema TAG = new TopicSchema(
            KeyType.of(NAMESPACE + "TagKey", "id"),
            EntityType.of(
                    NAMESPACE + "Tag", required("id", LONG), optional("tagName", TEXT), optional("contactSize", LONG)));

    /** Rows of "获取自定义字段列表", keyed by {@code id}: here {@code label} is the name, in contacts it is the value. */
    public static final TopicSchema PROPERTY = new TopicSchema(
            KeyType.of(NAMESPACE + "PropertyKey", "id"),
            EntityType.of(
                    NAMESPACE + "Property",
                    required("id", LONG),
                    optional("label", TEXT),
                    optional("description", TEXT),
                    optional("type", INT)));

    /** Rows of "获取当前账号所有字段列表", keyed by {@code field}. */
    public static final TopicSchema FIELD = new TopicSchema(
            KeyType.ofTexts(NAMESPACE + "FieldKey", "field"),
            EntityType.of(
                    NAMESPACE + "Field",
                    required("field", TEXT),
                    optional("name", TEXT),
                    optional("isOrigin", BOOLEAN),
                    optional("isShowInQuery", BOOLEAN),
                    optional("orderby", INT),
                    optional("type", INT)));

    /** Rows of "获取EDM列表", keyed by {@code task_id}. */
    public static final TopicSchema EMAIL_TASK = new TopicSchema(
            KeyType.of(NAMESPACE + "EmailTaskKey", "task_id"),
            EntityType.of(
                    NAMESPACE + "EmailTask",
                    required("task_id", LONG),
                    optional("createtime", EPOCH_MILLISECONDS),
                    optional("sendtime", EPOCH_MILLISECONDS),
                    optional("subject", TEXT),
                    optional("thumbnail", TEXT),
                    optional("status", INT)));

    /** Rows of "获取指定EDM明细", keyed by {@code event_id}, which the connector derives: the platform's events have no id. */
    public static final TopicSchema EMAIL_EVENT =
            new TopicSchema(KeyType.ofTexts(NAMESPACE + "EmailEventKey", "event_id"), M1worldEntities.EMAIL_EVENT);

    /** All of these contracts. */
    public static final List<TopicSchema> ALL = List.of(CONTACT, GROUP, TAG, PROPERTY, FIELD, EMAIL_TASK, EMAIL_EVENT);

    private M1worldSchemas() {}
}
