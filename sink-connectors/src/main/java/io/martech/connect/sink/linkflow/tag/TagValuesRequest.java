package io.martech.connect.sink.linkflow.tag;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.sink.linkflow.identity.Identity;
import java.util.List;

/**
 * {@code POST /v1/tags/value} of "批量修改标签值". Its document names two codes, B00031 and B01376; those that other endpoints
 * have for faulty parameters, for unknown tags and for unknown types of identities are taken to mean the same here.
 */
final class TagValuesRequest {

    static final String UNKNOWN_TAG = "B01162";
    static final String UNKNOWN_IDENTITY_TYPE = "B01403";

    /** No such person; a required parameter is empty; a parameter is not valid. */
    private static final String[] FAULTY = {"B01376", "B00002", "B00010"};

    private static final Expectation ACCEPTED =
            Expectation.accepted().rejecting(FAULTY).rejecting(UNKNOWN_TAG, UNKNOWN_IDENTITY_TYPE);

    private TagValuesRequest() {}

    static ApiRequest of(Identity person, List<TagAction> actions) {
        ObjectNode body = Json.object();
        body.set("identity", person.toJson());
        ArrayNode list = body.putArray("actions");
        actions.forEach(action -> list.add(action.toJson()));
        return ApiRequest.post("tag values", "/v1/tags/value", body).expecting(ACCEPTED);
    }
}
