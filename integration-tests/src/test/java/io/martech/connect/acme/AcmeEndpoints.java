package io.martech.connect.acme;

import io.martech.connect.client.Expectation;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.Paginator;
import java.util.List;

/** The lists of Acme. */
final class AcmeEndpoints {

    /** Segments: all of them in one array. */
    private static final ListEndpoint<AcmeSourceOptions> SEGMENTS =
            ListEndpoint.get("segments", "/v1/segments", AcmeSchemas.SEGMENT);

    /** Customers, in pages by an opaque cursor. Visits change all the time. */
    private static final ListEndpoint<AcmeSourceOptions> CUSTOMERS = ListEndpoint.<AcmeSourceOptions>get(
                    "customers", "/v1/customers", AcmeSchemas.CUSTOMER)
            .expecting(Expectation.object())
            .with("limit", 100)
            .paged(Paginator.cursor("cursor", "next"))
            .rowsAt("items")
            .ignoring("visits");

    static final List<ListEndpoint<AcmeSourceOptions>> ALL = List.of(SEGMENTS, CUSTOMERS);

    private AcmeEndpoints() {}
}
