package io.martech.connect.sandbox.linkflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The fields that a write may set, as the document's tables list them. */
public final class WriteFields {

    /** Fields of a contact; the document has no table, so those of the contact that it reads, without what the platform keeps. */
    public static final WriteFields CONTACT = new WriteFields()
            .with(
                    FieldType.TEXT,
                    "name nickname gender avatar profilePhoto mobilePhone homePhone email country state street city postalCode"
                            + " comments userName title website company industry department idCard")
            .with(FieldType.BIRTHDAY, "dateOfBirthday")
            .with(FieldType.MAP, "utm props");

    /** Table salesOrderHead, apart from {@code lines}. */
    public static final WriteFields ORDER = new WriteFields()
            .with(
                    FieldType.TEXT,
                    "saleChannel orderId orderStatus orderSource payType cancelType storeName storeId paymentId receiverName"
                            + " deliveryProvince deliveryCity deliveryDistrict deliveryAddress receiverMobile orderType isPresale"
                            + " presaleStatus isMemberOrder guideCode")
            .with(FieldType.DATE_TIME, "payDate orderDate successDate cancelDate deliveryDate")
            .with(FieldType.DECIMAL, "totalPrice paymentPrice refundPrice")
            .with(FieldType.INTEGER, "storeCardUsed")
            .with(FieldType.TEXT_OR_INTEGER, "totalQuantity")
            .with(FieldType.MAP, "props");

    /** Table salesOrderLine. */
    public static final WriteFields ORDER_LINE = new WriteFields()
            .with(
                    FieldType.TEXT,
                    "lineId brandName category productName productAlias itemId itemNo outerItemNo skuName skuId skuNo isPresent"
                            + " refundType refundStatus lineStatus categoryId itemMealId itemMealName isEstimate outerItemId"
                            + " outerSkuName outerSkuId outerSkuNo")
            .with(FieldType.DATE_TIME, "orderDate deliveryDate")
            .with(FieldType.DECIMAL, "itemTotalPrice itemPaymentPrice refundPrice price")
            .with(FieldType.INTEGER, "quantity refundQuantity")
            .with(FieldType.MAP, "props");

    private final Map<String, FieldType> types = new LinkedHashMap<>();

    private WriteFields() {}

    /** Refuses data with a value of a wrong type. */
    public void check(JsonNode data, PlatformTime time) {
        merge(data, JsonText.object(), time, unknown -> {});
    }

    /**
     * Sets the fields of a row to those of a message: objects key by key, others as a whole.
     *
     * @param ignored receives the fields that no table lists; they have no effect
     */
    public void merge(JsonNode data, ObjectNode row, PlatformTime time, Consumer<String> ignored) {
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            String name = field.getKey();
            FieldType type = types.get(name);
            if (type == null) {
                ignored.accept(name);
            } else if (field.getValue().isNull()) {
                row.putNull(name);
            } else {
                JsonNode value = type.accept(name, field.getValue(), time);
                if (type == FieldType.MAP && row.path(name).isObject()) {
                    row.withObjectProperty(name).setAll((ObjectNode) value);
                } else {
                    row.set(name, value);
                }
            }
        }
    }

    /** Gives a new row a null for each field that it lacks. */
    public void complete(ObjectNode row) {
        types.keySet().stream().filter(name -> !row.has(name)).forEach(row::putNull);
    }

    private WriteFields with(FieldType type, String names) {
        for (String name : names.split(" ")) {
            types.put(name, type);
        }
        return this;
    }
}
