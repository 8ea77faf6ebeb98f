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
     * <p>{@code totalQuantity} is a text: the document calls it a String and shows a number, and a text holds both.
     *
     * @param withLines whether the order holds its lines; without, the field is not in the schema, and
     *     {@link OrderLineRows} has the lines. A line that is none (no object, no id) stays in the order's
     *     {@code unmapped} either way.
     */
    public static RowSchema order(Handling handling, boolean withLines) {
        return new JsonRowSchema(
                LinkflowEntities.ORDER_KEY,
                withLines ? LinkflowEntities.ORDER_WITH_LINES : LinkflowEntities.ORDER_WITHOUT_LINES,
                handling);
    }

    /**
     * Rows of {@link OrderLineRows}, keyed by the order's and the line's {@code id}. The same schema as that of a line
     * inside an order; there {@code salesOrderId} is null.
     */
    public static RowSchema orderLine(Handling handling) {
        return new JsonRowSchema(LinkflowEntities.ORDER_LINE_KEY, LinkflowEntities.ORDER_LINE, handling);
    }

    /** Rows of {@code GET /open/contacts_bulk}, keyed by the contact's {@code id}. */
    public static RowSchema contact(Handling handling) {
        return new JsonRowSchema(LinkflowEntities.CONTACT_KEY, LinkflowEntities.CONTACT, handling);
    }
}
