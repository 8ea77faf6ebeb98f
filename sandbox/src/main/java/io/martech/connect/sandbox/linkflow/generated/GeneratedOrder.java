package io.martech.connect.sandbox.linkflow.generated;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.model.Content;
import io.martech.connect.sandbox.linkflow.model.Draw;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Row;
import io.martech.connect.sandbox.linkflow.model.RowHeader;
import java.math.BigDecimal;

/**
 * An order with every field of the document's read example and one to three lines. What identifies it follows from its id and
 * stays; the rest follows from the seed, so that another seed is another content.
 *
 * @param seed of the content
 */
public record GeneratedOrder(long seed) implements Content {

    /** Ids that an order takes: its own and those of its lines. */
    public static final int IDS = 4;

    public static final int TENANT = 1;

    /** The numeric id of the channel that generated orders come from. */
    public static final long CHANNEL = 63;

    private static final long SOME_CONTACT = 706_402_597_617_664L;

    @Override
    public ObjectNode render(Row row, PlatformTime time) {
        Draw stable = new Draw(row.id());
        Draw draw = new Draw(seed, row.id());
        long ordered = row.createdSecond() - stable.below(86_400);
        ObjectNode order = JsonText.object();
        RowHeader.write(order, row, time);
        GeneratedProps.fill(order.putObject("props"), draw, ordered, time);
        long contact = SOME_CONTACT + stable.below(100_000);
        String saleChannel = stable.oneOf(Words.SALE_CHANNELS);
        order.put("tenantId", TENANT);
        order.put("saleChannel", saleChannel);
        order.put("channelId", CHANNEL);
        order.put("contactId", contact);
        order.put("orderId", orderId(row.id()));
        String status = draw.oneOf(Words.ORDER_STATUSES);
        order.put("orderStatus", status);
        order.put("orderOuterStatus", status);
        order.put("orderSource", draw.oneOf(Words.ORDER_SOURCES));
        writePayment(order, draw, ordered, time);
        writeDelivery(order, draw);
        order.put("totalQuantity", draw.between(1, 5));
        order.put("orderType", stable.oneOf(Words.ORDER_TYPES));
        order.put("isPresale", stable.oneOf(Words.YES_OR_NO));
        // The document's own example, word for word: it names no other value.
        order.put("presaleStatus", draw.happens(30) ? "XXX" : null);
        order.put("isMemberOrder", stable.oneOf(Words.YES_OR_NO));
        order.put("storeCardUsed", draw.below(200));
        if (draw.happens(80)) {
            order.put("deliveryDate", time.format(ordered + 7_200));
        }
        order.put("guideCode", draw.happens(70) ? "1A2S3D" : null);
        if (draw.happens(5)) {
            order.put("memberLevel", draw.oneOf("金卡", "银卡"));
        }
        ArrayNode lines = order.putArray("lines");
        int count = stable.between(1, IDS - 1);
        for (int i = 1; i <= count; i++) {
            writeLine(lines.addObject(), row, i, order, draw, ordered, time);
        }
        return order;
    }

    @Override
    public Content changed(long otherSeed) {
        return new GeneratedOrder(otherSeed);
    }

    /** The shop's number of a generated order. */
    static String orderId(long id) {
        return "E" + id;
    }

    private static void writePayment(ObjectNode order, Draw draw, long ordered, PlatformTime time) {
        order.put("payType", draw.oneOf(Words.PAY_TYPES));
        order.put("payDate", draw.happens(80) ? time.format(ordered + 1) : null);
        order.put("orderDate", time.format(ordered));
        order.put("totalPrice", money(draw));
        order.put("paymentPrice", money(draw));
        order.put("refundPrice", new BigDecimal("0.000"));
        order.put("successDate", draw.happens(60) ? time.format(ordered + 3_600) : null);
        if (draw.happens(60)) {
            order.put("cancelDate", draw.happens(30) ? time.format(ordered + 600) : null);
            order.put("cancelType", draw.oneOf("1", "2"));
        }
        order.put("storeName", draw.oneOf(Words.STORES));
        order.put("storeId", "111111");
        order.put("paymentId", draw.digits(20));
    }

    private static void writeDelivery(ObjectNode order, Draw draw) {
        String[] place = Words.PLACES[draw.below(Words.PLACES.length)];
        order.put("receiverName", draw.oneOf(Words.SURNAMES) + draw.oneOf(Words.GIVEN_NAMES));
        order.put("deliveryProvince", place[0]);
        order.put("deliveryCity", place[1]);
        order.put("deliveryDistrict", place[2]);
        order.put("deliveryAddress", draw.happens(90) ? draw.between(1, 999) + "号" : "");
        order.put("receiverMobile", "13" + draw.digits(9));
    }

    private static void writeLine(
            ObjectNode line, Row row, int number, ObjectNode order, Draw draw, long ordered, PlatformTime time) {
        line.put("dateCreated", time.format(row.createdSecond()));
        line.put("lastUpdated", order.get("lastUpdated").textValue());
        line.put("ver", row.version());
        line.put("id", row.id() + number);
        GeneratedProps.fill(line.putObject("props"), draw, ordered, time);
        for (String shared :
                new String[] {"tenantId", "orderId", "saleChannel", "channelId", "contactId", "orderDate"}) {
            line.set(shared, order.get(shared));
        }
        line.put("lineId", "L" + row.id() + "-" + number);
        line.put("itemTotalPrice", money(draw));
        line.put("itemPaymentPrice", money(draw));
        line.put("quantity", draw.between(1, 3));
        line.put("refundQuantity", draw.below(2));
        line.put("refundPrice", new BigDecimal("92.000"));
        line.put("brandName", draw.oneOf(Words.BRANDS));
        line.put("category", draw.oneOf(Words.CATEGORIES));
        line.put("productName", draw.oneOf(Words.PRODUCTS));
        line.put("productAlias", draw.happens(50) ? "111111" : null);
        line.put("itemId", draw.digits(6));
        line.put("itemNo", "1");
        line.put("outerItemNo", "1");
        line.put("price", new BigDecimal(draw.between(1, 999) + ".12"));
        line.put("skuName", draw.oneOf(Words.SKUS));
        line.put("skuId", "1");
        line.put("skuNo", "1");
        line.put("isPresent", draw.oneOf("false", "true"));
        line.put("refundType", draw.oneOf(Words.REFUND_TYPES));
        line.put("refundStatus", draw.oneOf(Words.LINE_STATUSES));
        line.put("lineStatus", draw.oneOf(Words.LINE_STATUSES));
        line.put("categoryId", "123");
        line.put("itemMealId", "123");
        line.put("itemMealName", draw.happens(50) ? "111111" : "");
        line.put("isEstimate", draw.oneOf(Words.YES_OR_NO));
        if (draw.happens(5)) {
            line.put("batchNumber", draw.digits(8));
        }
    }

    private static BigDecimal money(Draw draw) {
        return new BigDecimal(draw.between(0, 2_000) + "." + (100 + draw.below(900)));
    }
}
