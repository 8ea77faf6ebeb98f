package io.martech.connect.schema.linkflow;

import io.martech.connect.schema.JsonRowSchema;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.type.Handling;

/** The contracts of the topics that are read from Linkflow. */
public final class LinkflowSchemas {

    private LinkflowSchemas() {}

    /**
     * Rows of {@code GET /open/orders}, keyed by the order's {@code id}.
     *
     * <p>{@code totalQuantity} is a text: the document declares a String and shows a number, and a text represents both.
     *
     * @param withLines whether the order contains its lines; otherwise the schema has their ids instead, for rows of
     *     {@link OrderLineRows#withLineIds}, and {@link OrderLineRows#of} returns the lines. An element that is not a line (not an object, or without an id) stays
     *     in the order's {@code unmapped} either way.
     */
    public static RowSchema order(Handling handling, boolean withLines) {
        return new JsonRowSchema(
                LinkflowEntities.ORDER_KEY,
                withLines ? LinkflowEntities.ORDER_WITH_LINES : LinkflowEntities.ORDER_WITHOUT_LINES,
                handling);
    }

    /**
     * Rows of {@link OrderLineRows}, keyed by the {@code id} of the order and of the line. The schema is that of a line
     * inside an order, where {@code salesOrderId} is null.
     */
    public static RowSchema orderLine(Handling handling) {
        return new JsonRowSchema(LinkflowEntities.ORDER_LINE_KEY, LinkflowEntities.ORDER_LINE, handling);
    }

    /** Rows of {@code GET /open/contacts_bulk}, keyed by the contact's {@code id}. */
    public static RowSchema contact(Handling handling) {
        return new JsonRowSchema(LinkflowEntities.CONTACT_KEY, LinkflowEntities.CONTACT, handling);
    }
}
