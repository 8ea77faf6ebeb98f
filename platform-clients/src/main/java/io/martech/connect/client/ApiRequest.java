package io.martech.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One call to a platform, as a value. It holds no credentials: they are added when the request is sent.
 *
 * @param resource what the call reads or writes, in the user's terms ("orders", "messages"); appears in messages and logs
 * @param method the HTTP method
 * @param path the path below the platform's base address, with a leading slash, not yet encoded; appears in messages and
 *     logs
 * @param query the parameters in order, not yet encoded; never logged
 * @param isForm whether the parameters are sent as a form in the body instead of in the URL
 * @param body the JSON body, or null for none; never logged
 * @param file the file that is sent as the body instead, or null for none; never logged
 * @param expectation what the endpoint documents about its responses
 */
public record ApiRequest(
        String resource,
        String method,
        String path,
        List<QueryParameter> query,
        boolean isForm,
        JsonNode body,
        FilePart file,
        Expectation expectation) {

    public ApiRequest {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(expectation, "expectation");
        query = List.copyOf(query);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path must start with a slash: " + path);
        }
        if (isForm && (body != null || "GET".equals(method))) {
            throw new IllegalArgumentException("A form is the whole body of a POST: " + path);
        }
        if (file != null && (isForm || body != null || "GET".equals(method))) {
            throw new IllegalArgumentException("A file is the whole body of a POST: " + path);
        }
    }

    /** A request that expects any JSON from a GET, and the acknowledgement of a write from every other method. */
    public ApiRequest(String resource, String method, String path, List<QueryParameter> query, JsonNode body) {
        this(
                resource,
                method,
                path,
                query,
                false,
                body,
                null,
                "GET".equals(method) ? Expectation.json() : Expectation.accepted());
    }

    /** One parameter, not yet encoded. */
    public record QueryParameter(String name, String value) {}

    /** A GET without parameters. Expects any JSON that is not an error. */
    public static ApiRequest get(String resource, String path) {
        return new ApiRequest(resource, "GET", path, List.of(), null);
    }

    /** A POST of a JSON body. Expects the acknowledgement of a write. */
    public static ApiRequest post(String resource, String path, JsonNode body) {
        return new ApiRequest(resource, "POST", path, List.of(), body);
    }

    /** A POST whose parameters are sent as a form. Expects the acknowledgement of a write. */
    public static ApiRequest form(String resource, String path) {
        return new ApiRequest(resource, "POST", path, List.of(), true, null, null, Expectation.accepted());
    }

    /** A POST of a file. Expects the acknowledgement of a write. */
    public static ApiRequest upload(String resource, String path, FilePart file) {
        return new ApiRequest(resource, "POST", path, List.of(), false, null, file, Expectation.accepted());
    }

    /** Returns a copy with one more parameter. */
    public ApiRequest with(String name, Object value) {
        List<QueryParameter> more = new ArrayList<>(query);
        more.add(new QueryParameter(name, String.valueOf(value)));
        return new ApiRequest(resource, method, path, more, isForm, body, file, expectation);
    }

    /** Returns a copy with another path. */
    public ApiRequest at(String otherPath) {
        return new ApiRequest(resource, method, otherPath, query, isForm, body, file, expectation);
    }

    /** Returns a copy with another expectation of the responses. */
    public ApiRequest expecting(Expectation documented) {
        return new ApiRequest(resource, method, path, query, isForm, body, file, documented);
    }

    /** Method and path. Parameters and body may hold personal data and are left out. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
