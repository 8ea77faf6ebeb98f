package io.martech.connect.schema.linkflow;

import static io.martech.connect.schema.type.FieldKind.Scalar.BOOLEAN;
import static io.martech.connect.schema.type.FieldKind.Scalar.INT;
import static io.martech.connect.schema.type.FieldKind.Scalar.JSON;
import static io.martech.connect.schema.type.FieldKind.Scalar.LONG;
import static io.martech.connect.schema.type.FieldKind.Scalar.TEXT;
import static io.martech.connect.schema.type.FieldKind.Scalar.TIMESTAMP;
import static io.martech.connect.schema.type.FieldType.optional;
import static io.martech.connect.schema.type.FieldType.required;

import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.KeyType;
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
     * Rows of "查询群组联系人", keyed by group and contact, so that a contact who leaves and rejoins has the same key.
     * {@code contactId} is the {@code id} of the nested {@code contact}.
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

    /**
     * Rows of "查询企业微信联系我二维码", keyed by channel and {@code id}, since it is undocumented whether an id alone is unique.
     */
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

    /**
     * Responses of "获取报表结果", keyed by {@code reportId}, the requested id. The form of {@code result} depends on the kind
     * of report, so it is kept as JSON, and so is {@code chart}.
     */
    public static final TopicSchema REPORT = new TopicSchema(
            KeyType.of(NAMESPACE + "ReportKey", "reportId"),
            EntityType.of(
                    NAMESPACE + "Report",
                    required("reportId", LONG),
                    optional("reportName", TEXT),
                    optional("status", INT),
                    optional("chartType", TEXT),
                    optional("chart", JSON),
                    optional("measures", new FieldKind.ListOf(TEXT)),
                    optional(
                            "dimensions",
                            new FieldKind.ListOf(new FieldKind.Nested(EntityType.of(
                                    NAMESPACE + "ReportDimension",
                                    optional("field", TEXT),
                                    optional("fieldType", TEXT),
                                    optional("fieldLabel", TEXT))))),
                    optional("result", JSON)));

    /** Responses of "获取仪表盘定义", keyed by {@code dashboardId}, the requested id. */
    public static final TopicSchema DASHBOARD = new TopicSchema(
            KeyType.of(NAMESPACE + "DashboardKey", "dashboardId"),
            EntityType.of(
                    NAMESPACE + "Dashboard",
                    required("dashboardId", LONG),
                    optional("kanBanName", TEXT),
                    optional(
                            "reports",
                            new FieldKind.ListOf(new FieldKind.Nested(EntityType.of(
                                    NAMESPACE + "DashboardReport",
                                    required("id", LONG),
                                    optional("reportName", TEXT)))))));

    /** Rows of "获取联系人标签值", keyed by {@code contactId}, the requested contact, and {@code tagId}. */
    public static final TopicSchema TAG_VALUE = new TopicSchema(
            KeyType.of(NAMESPACE + "TagValueKey", "contactId", "tagId"),
            EntityType.of(
                    NAMESPACE + "TagValue",
                    required("contactId", LONG),
                    required("tagId", LONG),
                    optional("tagKey", TEXT),
                    optional("tagName", TEXT),
                    optional("value", TEXT)));

    /**
     * Lines of the files of "生成用户标签值文件", whose format is undocumented: {@code text} is the unparsed line. Keyed by the
     * tag, the export ({@code taskId}) and the line number, from 1; {@code startedAt} is when the export was requested.
     */
    public static final TopicSchema TAG_VALUE_LINE = new TopicSchema(
            KeyType.ofTexts(NAMESPACE + "TagValueLineKey", "tagKey").andNumbers("taskId", "line"),
            EntityType.of(
                    NAMESPACE + "TagValueLine",
                    required("tagKey", TEXT),
                    required("taskId", LONG),
                    required("line", LONG),
                    optional("text", TEXT),
                    optional("startedAt", TIMESTAMP)));

    /** All of these contracts. */
    public static final List<TopicSchema> ALL =
            List.of(GROUP, TAG, FOLDER, GROUP_MEMBER, QR_CODE, REPORT, DASHBOARD, TAG_VALUE, TAG_VALUE_LINE);

    private LinkflowLists() {}
}
