package io.martech.connect.schema.linkflow;

import static io.martech.connect.schema.type.FieldKind.Scalar.BOOLEAN;
import static io.martech.connect.schema.type.FieldKind.Scalar.DATE;
import static io.martech.connect.schema.type.FieldKind.Scalar.DECIMAL;
import static io.martech.connect.schema.type.FieldKind.Scalar.INT;
import static io.martech.connect.schema.type.FieldKind.Scalar.LONG;
import static io.martech.connect.schema.type.FieldKind.Scalar.PROPS;
import static io.martech.connect.schema.type.FieldKind.Scalar.TEXT;
import static io.martech.connect.schema.type.FieldKind.Scalar.TIMESTAMP;
import static io.martech.connect.schema.type.FieldType.elsewhere;
import static io.martech.connect.schema.type.FieldType.optional;
import static io.martech.connect.schema.type.FieldType.required;

import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.FieldKind;
import io.martech.connect.schema.type.KeyType;

/**
 * Linkflow's documented fields, in the order and under the names of its document: orders from "获取订单列表" with the line
 * fields that only "创建/更新订单" names, contacts from "批量获取联系人详情".
 */
final class LinkflowEntities {

    static final String NAMESPACE = "io.martech.connect.linkflow.v1.";
    static final String ORDER_ID_OF_LINE = "salesOrderId";
    static final String LINES = "lines";
    static final String LINE_IDS = "lineIds";

    static final KeyType ORDER_KEY = KeyType.of(NAMESPACE + "OrderKey", "id");
    static final KeyType ORDER_LINE_KEY = KeyType.of(NAMESPACE + "OrderLineKey", ORDER_ID_OF_LINE, "id");
    static final KeyType CONTACT_KEY = KeyType.of(NAMESPACE + "ContactKey", "id");

    /**
     * The platform's {@code orderId} is the shop's order number, a text; {@code salesOrderId} is added by the connector:
     * the {@code id} of the order row, set where a line is emitted on its own.
     */
    static final EntityType ORDER_LINE = EntityType.of(
            NAMESPACE + "OrderLine",
            required("id", LONG),
            optional(ORDER_ID_OF_LINE, LONG),
            optional("dateCreated", TIMESTAMP),
            optional("lastUpdated", TIMESTAMP),
            optional("ver", LONG),
            optional("props", PROPS),
            optional("tenantId", LONG),
            optional("orderId", TEXT),
            optional("lineId", TEXT),
            optional("saleChannel", TEXT),
            optional("channelId", LONG),
            optional("contactId", LONG),
            optional("orderDate", TIMESTAMP),
            optional("itemTotalPrice", DECIMAL),
            optional("itemPaymentPrice", DECIMAL),
            optional("quantity", INT),
            optional("refundQuantity", INT),
            optional("refundPrice", DECIMAL),
            optional("brandName", TEXT),
            optional("category", TEXT),
            optional("productName", TEXT),
            optional("productAlias", TEXT),
            optional("itemId", TEXT),
            optional("itemNo", TEXT),
            optional("outerItemNo", TEXT),
            optional("price", DECIMAL),
            optional("skuName", TEXT),
            optional("skuId", TEXT),
            optional("skuNo", TEXT),
            optional("isPresent", TEXT),
            optional("refundType", TEXT),
            optional("refundStatus", TEXT),
            optional("lineStatus", TEXT),
            optional("categoryId", TEXT),
            optional("itemMealId", TEXT),
            optional("itemMealName", TEXT),
            optional("isEstimate", TEXT),
            optional("outerItemId", TEXT),
            optional("outerSkuName", TEXT),
            optional("outerSkuId", TEXT),
            optional("outerSkuNo", TEXT),
            optional("deliveryDate", TIMESTAMP));

    private static final FieldKind ORDER_LINES = new FieldKind.ListOf(new FieldKind.Nested(ORDER_LINE));

    private static final EntityType ORDER_HEAD = EntityType.of(
            NAMESPACE + "Order",
            required("id", LONG),
            optional("dateCreated", TIMESTAMP),
            optional("lastUpdated", TIMESTAMP),
            optional("ver", LONG),
            optional("props", PROPS),
            optional("tenantId", LONG),
            optional("saleChannel", TEXT),
            optional("channelId", LONG),
            optional("contactId", LONG),
            optional("orderId", TEXT),
            optional("orderStatus", TEXT),
            optional("orderOuterStatus", TEXT),
            optional("orderSource", TEXT),
            optional("payType", TEXT),
            optional("payDate", TIMESTAMP),
            optional("orderDate", TIMESTAMP),
            optional("totalPrice", DECIMAL),
            optional("paymentPrice", DECIMAL),
            optional("refundPrice", DECIMAL),
            optional("successDate", TIMESTAMP),
            optional("cancelDate", TIMESTAMP),
            optional("cancelType", TEXT),
            optional("storeName", TEXT),
            optional("storeId", TEXT),
            optional("paymentId", TEXT),
            optional("receiverName", TEXT),
            optional("deliveryProvince", TEXT),
            optional("deliveryCity", TEXT),
            optional("deliveryDistrict", TEXT),
            optional("deliveryAddress", TEXT),
            optional("receiverMobile", TEXT),
            // A String in the document's table, a number in its examples: text holds both, digit by digit.
            optional("totalQuantity", TEXT),
            optional("orderType", TEXT),
            optional("isPresale", TEXT),
            optional("presaleStatus", TEXT),
            optional("isMemberOrder", TEXT),
            optional("storeCardUsed", INT),
            optional("deliveryDate", TIMESTAMP),
            optional("guideCode", TEXT));

    static final EntityType ORDER_WITH_LINES = ORDER_HEAD.with(optional(LINES, ORDER_LINES));
    /** The ids of its lines are not the platform's: they are taken from the lines. */
    static final EntityType ORDER_WITHOUT_LINES =
            ORDER_HEAD.with(elsewhere(LINES, ORDER_LINES)).with(optional(LINE_IDS, new FieldKind.ListOf(LONG)));

    static final EntityType UTM = EntityType.of(
            NAMESPACE + "Utm",
            optional("source", TEXT),
            optional("campaign", TEXT),
            optional("medium", TEXT),
            optional("content", TEXT),
            optional("term", TEXT));

    private static final EntityType OPEN_ID = EntityType.of(
            NAMESPACE + "OpenId", optional("channelId", TEXT), optional("channelName", TEXT), optional("openId", TEXT));

    /** Fields of "根据联系人ID查询身份". */
    private static final EntityType IDENTITY = EntityType.of(
            NAMESPACE + "Identity", optional("type", TEXT), optional("id", TEXT), optional("dateCreated", TIMESTAMP));

    /** Fields of "获取联系人标签值". */
    private static final EntityType TAG_OF_CONTACT = EntityType.of(
            NAMESPACE + "TagOfContact",
            optional("tagId", LONG),
            optional("tagKey", TEXT),
            optional("tagName", TEXT),
            optional("value", TEXT));

    /** Fields of "根据联系人查询渠道账号". */
    private static final EntityType CHANNEL_IDENTITY = EntityType.of(
            NAMESPACE + "ChannelIdentity",
            optional("id", LONG),
            optional("contactId", LONG),
            optional("channelId", LONG),
            optional("isActive", BOOLEAN),
            optional("externalId", TEXT),
            optional("ver", LONG),
            optional("dateCreated", TIMESTAMP),
            optional("lastUpdated", TIMESTAMP),
            optional(
                    "channel",
                    new FieldKind.Nested(EntityType.of(
                            NAMESPACE + "Channel",
                            optional("id", LONG),
                            optional("channelId", TEXT),
                            optional("channelType", TEXT),
                            optional("name", TEXT),
                            optional("status", TEXT),
                            optional("propertyVersion", TEXT),
                            optional("tenantId", LONG),
                            optional("orgId", TEXT),
                            optional("ver", LONG),
                            optional("dateCreated", TIMESTAMP),
                            optional("lastUpdated", TIMESTAMP)))));

    /** The last three fields are filled only if contact details are enabled. */
    static final EntityType CONTACT = EntityType.of(
            NAMESPACE + "Contact",
            required("id", LONG),
            optional("dateCreated", TIMESTAMP),
            optional("lastUpdated", TIMESTAMP),
            optional("ver", LONG),
            optional("anonymousId", TEXT),
            optional("name", TEXT),
            optional("nickname", TEXT),
            optional("gender", TEXT),
            optional("dateOfBirthday", DATE),
            optional("avatar", TEXT),
            optional("profilePhoto", TEXT),
            optional("mobilePhone", TEXT),
            optional("homePhone", TEXT),
            optional("email", TEXT),
            optional("country", TEXT),
            optional("state", TEXT),
            optional("street", TEXT),
            optional("city", TEXT),
            optional("postalCode", TEXT),
            optional("comments", TEXT),
            optional("userName", TEXT),
            optional("title", TEXT),
            optional("website", TEXT),
            optional("company", TEXT),
            optional("industry", TEXT),
            optional("department", TEXT),
            optional("idCard", TEXT),
            optional("utm", new FieldKind.Nested(UTM)),
            optional("props", PROPS),
            optional("isAnonymous", BOOLEAN),
            optional("openIds", new FieldKind.ListOf(new FieldKind.Nested(OPEN_ID))),
            optional("identities", new FieldKind.ListOf(new FieldKind.Nested(IDENTITY))),
            optional("tags", new FieldKind.ListOf(new FieldKind.Nested(TAG_OF_CONTACT))),
            optional("channelIdentities", new FieldKind.ListOf(new FieldKind.Nested(CHANNEL_IDENTITY))));

    private LinkflowEntities() {}
}
