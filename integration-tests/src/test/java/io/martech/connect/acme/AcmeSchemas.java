package io.martech.connect.acme;

import static io.martech.connect.schema.type.FieldKind.Scalar.LONG;
import static io.martech.connect.schema.type.FieldKind.Scalar.TEXT;
import static io.martech.connect.schema.type.FieldType.optional;
import static io.martech.connect.schema.type.FieldType.required;

import io.martech.connect.schema.TopicSchema;
import io.martech.connect.schema.type.EntityType;
import io.martech.connect.schema.type.KeyType;

/** The contracts of the topics that are read from Acme. */
final class AcmeSchemas {

    private static final String NAMESPACE = "io.martech.connect.acme.v1.";

    /** Rows of {@code GET /v1/segments}. */
    static final TopicSchema SEGMENT = new TopicSchema(
            KeyType.of(NAMESPACE + "SegmentKey", "id"),
            EntityType.of(NAMESPACE + "Segment", required("id", LONG), optional("name", TEXT)));

    /** Rows of {@code GET /v1/customers}. */
    static final TopicSchema CUSTOMER = new TopicSchema(
            KeyType.of(NAMESPACE + "CustomerKey", "id"),
            EntityType.of(
                    NAMESPACE + "Customer",
                    required("id", LONG),
                    optional("email", TEXT),
                    optional("name", TEXT),
                    optional("visits", LONG)));

    private AcmeSchemas() {}
}
