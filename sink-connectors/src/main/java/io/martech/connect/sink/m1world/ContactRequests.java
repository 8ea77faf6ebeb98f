package io.martech.connect.sink.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Creates the requests that write the contacts of a batch. Only one code is documented for an invalid request, E10103.
 */
interface ContactRequests {

    /** A parameter is missing or invalid: the only documented code for contacts that cannot be written. */
    String REFUSED = "E10103";

    /**
     * The request that writes the contacts, in this order.
     *
     * @param properties their custom fields, by name
     */
    ApiRequest of(List<Contact> contacts, Map<String, Property> properties);

    /** JSON as a form parameter, which is how this platform receives lists. */
    static String formText(JsonNode json) {
        return new String(Json.write(json), StandardCharsets.UTF_8);
    }

    /** {@code POST /contact/delete} of "删除联系人": the ids as {@code [id1,id2]}. */
    static ApiRequest delete(List<ContactDeletion> deletions) {
        String ids = deletions.stream()
                .map(deletion -> Long.toString(deletion.id()))
                .distinct()
                .collect(Collectors.joining(",", "[", "]"));
        return ApiRequest.form("contacts", "/contact/delete")
                .with("ids", ids)
                .expecting(Expectation.accepted().rejecting(REFUSED));
    }
}
