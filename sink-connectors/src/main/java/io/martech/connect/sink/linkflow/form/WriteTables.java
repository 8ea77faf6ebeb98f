package io.martech.connect.sink.linkflow.form;

import io.martech.connect.sink.record.PlatformTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The documented fields for writing, and their forms: the contact object, and the tables salesOrderHead and
 * salesOrderLine of "创建/更新订单".
 */
public final class WriteTables {

    /**
     * What the schema of a source could not represent. It is the only field dropped from an event: no source reads
     * events, so all other fields are the event's own, even if named like those of a source.
     */
    public static final Set<String> READING_ONLY_OF_EVENT = inOrder(Set.of(), "unmapped");

    /** Fields that can only be read; if written, they would become unintended custom properties. */
    public static final Set<String> READING_ONLY = inOrder(
            READING_ONLY_OF_EVENT,
            "id",
            "ver",
            "tenantId",
            "contactId",
            "channelId",
            "dateCreated",
            "lastUpdated",
            "orderOuterStatus");

    /** A field of a contact. */
    public static final String BIRTHDAY = "dateOfBirthday";

    /**
     * A contact has three more: they show how the platform resolved its identities, which a message contains itself.
     */
    public static final Set<String> READING_ONLY_OF_CONTACT =
            inOrder(READING_ONLY, "anonymousId", "isAnonymous", "openIds");

    /** What the source adds to a contact ({@code contacts.enrichment}): lists of objects, null if not enabled. */
    public static final Set<String> BESIDE_A_CONTACT = inOrder(Set.of(), "identities", "tags", "channelIdentities");

    /** A line from a source repeats fields of its order. */
    public static final Set<String> READING_ONLY_OF_LINE =
            inOrder(READING_ONLY, "orderId", "saleChannel", "salesOrderId");

    private static final List<String> CONTACT_TEXTS = List.of(
            "name",
            "nickname",
            "gender",
            "avatar",
            "profilePhoto",
            "mobilePhone",
            "homePhone",
            "email",
            "country",
            "state",
            "street",
            "city",
            "postalCode",
            "comments",
            "userName",
            "title",
            "website",
            "company",
            "industry",
            "department",
            "idCard");

    private static final List<String> ORDER_TEXTS = List.of(
            "saleChannel",
            "orderId",
            "orderStatus",
            "orderSource",
            "payType",
            "cancelType",
            "storeName",
            "storeId",
            "paymentId",
            "receiverName",
            "deliveryProvince",
            "deliveryCity",
            "deliveryDistrict",
            "deliveryAddress",
            "receiverMobile",
            "totalQuantity",
            "orderType",
            "isPresale",
            "presaleStatus",
            "isMemberOrder",
            "guideCode");
    private static final List<String> ORDER_TIMES =
            List.of("payDate", "orderDate", "successDate", "cancelDate", "deliveryDate");
    private static final List<String> ORDER_DECIMALS = List.of("totalPrice", "paymentPrice", "refundPrice");
    private static final List<String> ORDER_WHOLE_NUMBERS = List.of("storeCardUsed");

    private static final List<String> LINE_TEXTS = List.of(
            "lineId",
            "brandName",
            "category",
            "productName",
            "productAlias",
            "itemId",
            "itemNo",
            "outerItemNo",
            "skuName",
            "skuId",
            "skuNo",
            "isPresent",
            "refundType",
            "refundStatus",
            "lineStatus",
            "categoryId",
            "itemMealId",
            "itemMealName",
            "isEstimate",
            "outerItemId",
            "outerSkuName",
            "outerSkuId",
            "outerSkuNo");
    private static final List<String> LINE_TIMES = List.of("orderDate", "deliveryDate");
    private static final List<String> LINE_DECIMALS =
            List.of("itemTotalPrice", "itemPaymentPrice", "refundPrice", "price");
    private static final List<String> LINE_WHOLE_NUMBERS = List.of("quantity", "refundQuantity");

    private final PlatformTime time;
    private final NullFields nullFields;

    public WriteTables(PlatformTime time, NullFields nullFields) {
        this.time = time;
        this.nullFields = nullFields;
    }

    public DocumentedData contact() {
        PropertyForm properties = PropertyForm.withUtcTimes(time, nullFields);
        Map<String, FieldForm> forms = new LinkedHashMap<>();
        add(forms, CONTACT_TEXTS, Forms.text(time));
        forms.put(BIRTHDAY, Forms.day(time));
        forms.put("utm", Forms.utm(properties));
        return new DocumentedData(forms, properties, nullFields);
    }

    public DocumentedData event() {
        PropertyForm properties = PropertyForm.withUtcTimes(time, nullFields);
        Map<String, FieldForm> forms = new LinkedHashMap<>();
        forms.put("eventDate", Forms.epochMilliseconds(time));
        forms.put("utm", Forms.utm(properties));
        return new DocumentedData(forms, properties, nullFields);
    }

    public DocumentedData order() {
        Map<String, FieldForm> forms = new LinkedHashMap<>();
        add(forms, ORDER_TEXTS, Forms.text(time));
        add(forms, ORDER_TIMES, Forms.time(time));
        add(forms, ORDER_DECIMALS, Forms.decimal());
        add(forms, ORDER_WHOLE_NUMBERS, Forms.wholeNumber());
        forms.put("lines", Forms.lines(line(), READING_ONLY_OF_LINE));
        return new DocumentedData(forms, PropertyForm.withLocalTimes(time, nullFields), nullFields);
    }

    private DocumentedData line() {
        Map<String, FieldForm> forms = new LinkedHashMap<>();
        add(forms, LINE_TEXTS, Forms.text(time));
        add(forms, LINE_TIMES, Forms.time(time));
        add(forms, LINE_DECIMALS, Forms.decimal());
        add(forms, LINE_WHOLE_NUMBERS, Forms.wholeNumber());
        return new DocumentedData(forms, PropertyForm.withLocalTimes(time, nullFields), nullFields);
    }

    private static void add(Map<String, FieldForm> forms, List<String> names, FieldForm form) {
        names.forEach(name -> forms.put(name, form));
    }

    /** Keeps the order, since the option's text lists them. */
    private static Set<String> inOrder(Set<String> some, String... more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(List.of(more));
        return Collections.unmodifiableSet(all);
    }
}
