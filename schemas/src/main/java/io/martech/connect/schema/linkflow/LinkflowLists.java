package io.martech.connect.schema.linkflow;

import static io.martech.connect.schema.FieldKind.Scalar.BOOLEAN;
import static io.martech.connect.schema.FieldKind.Scalar.LONG;
import static io.martech.connect.schema.FieldKind.Scalar.TEXT;
import static io.martech.connect.schema.FieldKind.Scalar.TIMESTAMP;
import static io.martech.connect.schema.FieldType.optional;
import static io.martech.connect.schema.FieldType.required;

import io.martech.connect.schema.EntityType;
import io.martech.connect.schema.FieldKind;
import io.martech.connect.schema.KeyType;
import io.martech.connect.schema.TopicSchema;
import java.util.List;

/** The contracts of the topics that Linkflow's lists are read into, under the names of its document. */
public final class LinkflowLists {

    private static final String NAMESPACE = LinkflowEntities.NAMESPACE;

    /** Rows of "查询群组", keyed by {@code id}. */
    public static final TopicSchema GROUP = new TopicSchema(
            KeyType.of(NAMESPACE + "GroupKey", "id"),
            EntityType.of(
                    NAMESPACE + "Group",
                    required("id", LONG),
                    optional("name", TEXT),
                    // static or dynamic
                    optional("groupType", TEXT),
                    optional("dateCreated", TIMESTAMP),
                    optional("lastUpdated", TIMESTAMP)));

    /** Rows of "获取用户标签元数据列表", keyed by {@code tagId}. */
    public static final TopicSchema TAG = new TopicSchema(
            KeyType.of(NAMESPACE + "TagKey", "tagId"),
            EntityType.of(
                    NAMESPACE + "Tag",
                    required("tagId", LONG),
                    optional("tagKey", TEXT),
                    optional("tagName", TEXT),
                    optional("dataType", TEXT),
                    optional("tagType", TEXT),
                    optional("status", TEXT),
                    optional("folderId", LONG),
                    optional("dateCreated", TIMESTAMP),
                    optional("lastUpdated", TIMESTAMP),
                    optional("lastCalculateTime", TIMESTAMP)));

    /** Rows of "获取标签目录列表", keyed by {@code id}; {@code parentId} is 0 or missing for a root. */
    public static final TopicSchema FOLDER = new TopicSchema(
            KeyType.of(NAMESPACE + "FolderKey", "id"),
            EntityType.of(
                    NAMESPACE + "Folder",
                    required("id", LONG),
                    optional("name", TEXT),
                    optional("domain", TEXT),
                    optional("parentId", LONG),
                    optional("dateCreated", TIMESTAMP),
                    optional("lastUpdated", TIMESTAMP)));

    /**
     * Rows of "查询群组联系人", keyed by group and contact, so that one who leaves and comes back is the same row. {@code contactId}
     * is the {@code id} of the {@code contact} within.
     */
    public static final TopicSchema GROUP_MEMBER = new TopicSchema(
            KeyType.of(NAMESPACE + "GroupMemberKey", "contactGroupId", "contactId"),
            EntityType.of(
                    NAMESPACE + "GroupMember",
                    required("contactGroupId", LONG),
                    required("contactId", LONG),
                    optional("memberId", LONG),
                    optional(
                            "contact",
                            new FieldKind.Nested(EntityType.of(
                                    NAMESPACE + "GroupMemberContact",
                                    optional("id", LONG),
                                    optional("name", TEXT),
                                    optional("mobilePhone", TEXT),
                                    optional("email", TEXT)))),
                    optional("version", LONG),
                    optional("dateCreated", TIMESTAMP),
                    optional("lastUpdated", TIMESTAMP)));

    /** Rows of "查询企业微信联系我二维码", keyed by channel and {@code id}, since nobody says whether an id is unique without. */
    public static final TopicSchema QR_CODE = new TopicSchema(
            KeyType.of(NAMESPACE + "QrCodeKey", "channelId", "id"),
            EntityType.of(
                    NAMESPACE + "QrCode",
                    required("channelId", LONG),
                    required("id", LONG),
                    optional("configId", TEXT),
                    optional("qrCode", TEXT),
                    optional("tenantId", LONG),
                    optional("utm", new FieldKind.Nested(LinkflowEntities.UTM)),
                    optional(
                            "contactWay",
                            new FieldKind.Nested(EntityType.of(
                                    NAMESPACE + "ContactWay", optional("remark", TEXT), optional("type", TEXT)))),
                    optional("isSetWelcomeMessage", BOOLEAN),
                    optional("workWechatWelcomeMessageId", LONG),
                    optional("dateCreated", TIMESTAMP),
                    optional("lastUpdated", TIMESTAMP)));

    /** All of them. */
    public static final List<TopicSchema> ALL = List.of(GROUP, TAG, FOLDER, GROUP_MEMBER, QR_CODE);

    private LinkflowLists() {}
}
