package io.martech.connect.schema.youmi;

import static io.martech.connect.schema.type.FieldKind.Scalar.ANY_TIMESTAMP;
import static io.martech.connect.schema.type.FieldKind.Scalar.BOOLEAN;
import static io.martech.connect.schema.type.FieldKind.Scalar.INT;
import static io.martech.connect.schema.type.FieldKind.Scalar.LONG;
import static io.martech.connect.schema.type.FieldKind.Scalar.TEXT;
import static io.martech.connect.schema.type.FieldType.optional;
import static io.martech.connect.schema.type.FieldType.required;

import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.FieldType;
import io.martech.connect.schema.type.KeyType;
import java.util.List;

/**
 * The contracts of the topics that are read from Youmi, with the document's names. Where it sends an array as a text, the
 * text keeps its name, and the array has the same name with the suffix {@code _items}.
 */
public final class YoumiSchemas {

    private static final String NAMESPACE = "io.martech.connect.youmi.v1.";

    /** Rows of {@code WeCaht} (运营号配置). Fields that the document marks as deprecated (弃用) come last. */
    public static final TopicSchema WECHAT_ACCOUNT = row(
            "WechatAccount",
            KeyType.of(NAMESPACE + "WechatAccountKey", "ad_wechat_id"),
            required("ad_wechat_id", LONG),
            optional("ad_wechat_nober", TEXT),
            optional("ad_wechat_nick", TEXT),
            optional("ad_wechat_qrcode", TEXT),
            optional("ad_wechat_addtime", ANY_TIMESTAMP),
            optional("ad_original_nober", TEXT),
            optional("ad_wechat_friend", LONG),
            optional("ad_wechat_group", LONG),
            optional("ad_wechat_friends", BOOLEAN),
            optional("ad_wechat_nickname", TEXT),
            optional("ad_receive_code", TEXT),
            optional("ad_key_code", TEXT),
            optional("ad_chatroom_code", TEXT),
            optional("ad_wechat_push", BOOLEAN),
            optional("is_receiveaddfriendtask", INT),
            optional("ad_wechat_lei", INT),
            optional("ad_wechat_record", BOOLEAN),
            optional("imei", TEXT),
            optional("ad_wechat_usercode", TEXT),
            optional("ad_wechat_viewnum", LONG),
            optional("ad_wechat_vnumday", LONG),
            optional("ad_wechat_vnumlday", LONG),
            optional("ad_wechat_rfriend", LONG),
            optional("ad_wechat_weight", LONG),
            optional("ad_wechat_chat", BOOLEAN),
            optional("ad_state", TEXT),
            optional("ad_wechat_initiative", BOOLEAN),
            optional("ad_wechat_passive", BOOLEAN),
            optional("ad_wechat_y3", BOOLEAN),
            optional("ad_wechat_new", LONG));

    /** Rows of {@code staff} (员工配置). */
    public static final TopicSchema STAFF = row(
            "Staff",
            KeyType.ofTexts(NAMESPACE + "StaffKey", "ad_staff_code"),
            required("ad_staff_code", TEXT),
            optional("ad_staff_name", TEXT),
            optional("ad_staff_state", INT),
            optional("ad_self_user", TEXT));

    /** Rows of {@code Label} (标签分类). */
    public static final TopicSchema LABEL_CATEGORY = row(
            "LabelCategory",
            KeyType.of(NAMESPACE + "LabelCategoryKey", "ad_label_id"),
            required("ad_label_id", LONG),
            optional("ad_label_name", TEXT),
            optional("ad_choose", INT));

    /** Rows of {@code wecahtlabel} (标签配置). */
    public static final TopicSchema LABEL = row(
            "Label",
            KeyType.of(NAMESPACE + "LabelKey", "ad_label_info_id"),
            required("ad_label_info_id", LONG),
            optional("ad_label_info_name", TEXT),
            optional("ad_label_id", LONG),
            optional("ad_label_time", ANY_TIMESTAMP),
            optional("merchant_id", TEXT),
            optional("ad_label_name", TEXT),
            optional("ad_choose", INT));

    private static final EntityType AD_GROUP_ACCOUNT = EntityType.of(
            NAMESPACE + "AdGroupAccount", optional("ad_wechat_nober", TEXT), optional("ad_wechat_qrcode", TEXT));

    /** Rows of {@code AdManage} (投放组配置). */
    public static final TopicSchema AD_GROUP = row(
            "AdGroup",
            KeyType.of(NAMESPACE + "AdGroupKey", "ad_brand_id"),
            required("ad_brand_id", LONG),
            optional("ad_brand_name", TEXT),
            optional("ad_brand_code", TEXT),
            optional("ad_brand_welist", TEXT),
            optional("ad_brand_welist_items", new FieldKind.ListOf(TEXT)),
            optional("merchantid", TEXT),
            optional("ad_wechat_nick", TEXT),
            optional("wechats", TEXT),
            optional("wechats_items", new FieldKind.ListOf(new FieldKind.Nested(AD_GROUP_ACCOUNT))),
            optional("ad_brand_region_code", TEXT));

    private static final FieldKind CHOICES = new FieldKind.ListOf(new FieldKind.Nested(
            EntityType.of(NAMESPACE + "CustomAttributeChoice", optional("key", TEXT), optional("value", TEXT))));

    /** Rows of {@code friend/GetCustomAttributeList} (好友自定义属性配置). */
    public static final TopicSchema CUSTOM_ATTRIBUTE = row(
            "CustomAttribute",
            KeyType.of(NAMESPACE + "CustomAttributeKey", "id"),
            required("id", LONG),
            optional("sort", INT),
            optional("merchantId", TEXT),
            optional("customName", TEXT),
            optional("customType", INT),
            optional("customLength", INT),
            optional("customIsred", BOOLEAN),
            optional("customAddtime", ANY_TIMESTAMP),
            optional("customAddtimeStr", ANY_TIMESTAMP),
            optional("customValJsonStr", CHOICES),
            optional("customDateformat", TEXT),
            optional("customVal", TEXT),
            optional("customVal_items", CHOICES));

    /** Rows of {@code staff/GetStaffWechat} (员工管理运营机): the accounts that a member of staff manages. */
    public static final TopicSchema STAFF_WECHAT_ACCOUNT = row(
            "StaffWechatAccount",
            KeyType.ofTexts(NAMESPACE + "StaffWechatAccountKey", "ad_staff_code")
                    .andNumbers("ad_wechat_id"),
            required("ad_staff_code", TEXT),
            required("ad_wechat_id", LONG),
            optional("ad_wechat_nober", TEXT),
            optional("ad_wechat_nick", TEXT),
            optional("ad_wechat_nickname", TEXT),
            optional("ad_wechat_qrcode", TEXT),
            optional("ad_original_nober", TEXT));

    /** All of these contracts, in the order of the document. */
    public static final List<TopicSchema> ALL =
            List.of(WECHAT_ACCOUNT, STAFF, LABEL_CATEGORY, LABEL, AD_GROUP, CUSTOM_ATTRIBUTE, STAFF_WECHAT_ACCOUNT);

    private YoumiSchemas() {}

    private static TopicSchema row(String name, KeyType key, FieldType... fields) {
        return new TopicSchema(key, EntityType.of(NAMESPACE + name, fields));
    }
}
