package io.martech.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One call to a platform, as a value. It holds no credentials: they are added when it leaves.
 *
 * @param resource what the call is for, in the user's words ("orders", "messages"); appears in messages and logs
 * @param method the HTTP method
 * @param path the path below the platform's base address, with a leading slash
 * @param query the query parameters in order, not yet encoded
 * @param body the JSON body, or null for none
 */
public record ApiRequest(String resource, String method, String path, List<QueryParameter> query, JsonNode body) {

    public ApiRequest {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        query = List.copyOf(query);
    }

    /** One query parameter, not yet encoded. */
    public record QueryParameter(String name, String value) {}

    /** A GET without parameters. */
    public static ApiRequest get(String resource, String path) {
        return new ApiRequest(resource, "GET", path, List.of(), null);
    }

    /** A POST of a JSON body. */
    public static ApiRequest post(String resource, String path, JsonNode body) {
        return new ApiRequest(resource, "POST", path, List.of(), body);
    }

    /** The same request with one more query parameter. */
    public ApiRequest with(String name, Object value) {
        List<QueryParameter> more = new ArrayList<>(query);
        more.add(new QueryParameter(name, String.valueOf(value)));
        return new ApiRequest(resource, method, path, more, body);
    }
}
