package io.martech.connect.schema.linkflow;

import static io.martech.connect.schema.FieldKind.Scalar.LONG;
import static io.martech.connect.schema.FieldKind.Scalar.TEXT;
import static io.martech.connect.schema.FieldKind.Scalar.TIMESTAMP;
import static io.martech.connect.schema.FieldType.optional;
import static io.martech.connect.schema.FieldType.required;

import io.martech.connect.schema.EntityType;
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

    /** All of them. */
    public static final List<TopicSchema> ALL = List.of(GROUP, TAG, FOLDER);

    private LinkflowLists() {}
}
