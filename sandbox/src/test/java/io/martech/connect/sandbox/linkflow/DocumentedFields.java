package io.martech.connect.sandbox.linkflow;

import java.util.List;

/** The fields of the document's read examples, copied from it by hand. */
public final class DocumentedFields {

    public static final List<String> ORDER =
            List.of(("dateCreated lastUpdated ver id props tenantId saleChannel channelId contactId orderId orderStatus"
                            + " orderOuterStatus orderSource payType payDate orderDate totalPrice paymentPrice refundPrice successDate"
                            + " cancelDate cancelType storeName storeId paymentId receiverName deliveryProvince deliveryCity"
                            + " deliveryDistrict deliveryAddress receiverMobile totalQuantity orderType isPresale presaleStatus"
                            + " isMemberOrder storeCardUsed deliveryDate guideCode lines")
                    .split(" "));

    public static final List<String> ORDER_LINE = List.of(
            ("dateCreated lastUpdated ver id props tenantId orderId lineId saleChannel channelId contactId orderDate"
                            + " itemTotalPrice itemPaymentPrice quantity refundQuantity refundPrice brandName category productName"
                            + " productAlias itemId itemNo outerItemNo price skuName skuId skuNo isPresent refundType refundStatus"
                            + " lineStatus categoryId itemMealId itemMealName isEstimate")
                    .split(" "));

    public static final List<String> CONTACT_DETAIL = List.of(
            ("id dateCreated lastUpdated ver anonymousId name nickname gender dateOfBirthday avatar profilePhoto"
                            + " mobilePhone homePhone email country state street city postalCode comments userName title website"
                            + " company industry department idCard utm props isAnonymous openIds")
                    .split(" "));

    private DocumentedFields() {}
}
