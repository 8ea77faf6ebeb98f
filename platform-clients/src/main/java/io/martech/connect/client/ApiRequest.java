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
 * @param path the path below the platform's base address, with a leading slash, not yet encoded; appears in messages
 *     and logs
 * @param query the parameters in order, not yet encoded; never logged
 * @param isForm whether the parameters travel as a form in the body, instead of in the address
 * @param body the JSON body, or null for none; never logged
 * @param file the file that is the body instead, or null for none; never logged
 * @param expectation what the endpoint documents of its answers
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

    /** A request that expects any JSON from a GET, and "accepted" from every other method. */
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

    /** A GET without parameters. It expects any JSON that is not an error. */
    public static ApiRequest get(String resource, String path) {
        return new ApiRequest(resource, "GET", path, List.of(), null);
    }

    /** A POST of a JSON body. It expects to be accepted. */
    public static ApiRequest post(String resource, String path, JsonNode body) {
        return new ApiRequest(resource, "POST", path, List.of(), body);
    }

    /** A POST whose parameters travel as a form. It expects to be accepted. */
    public static ApiRequest form(String resource, String path) {
        return new ApiRequest(resource, "POST", path, List.of(), true, null, null, Expectation.accepted());
    }

    /** A POST of a file. It expects to be accepted. */
    public static ApiRequest upload(String resource, String path, FilePart file) {
        return new ApiRequest(resource, "POST", path, List.of(), false, null, file, Expectation.accepted());
    }

    /** The same request with one more parameter. */
    public ApiRequest with(String name, Object value) {
        List<QueryParameter> more = new ArrayList<>(query);
        more.add(new QueryParameter(name, String.valueOf(value)));
        return new ApiRequest(resource, method, path, more, isForm, body, file, expectation);
    }

    /** The same request at another path. */
    public ApiRequest at(String otherPath) {
        return new ApiRequest(resource, method, otherPath, query, isForm, body, file, expectation);
    }

    /** The same request with what its endpoint documents of the answers. */
    public ApiRequest expecting(Expectation documented) {
        return new ApiRequest(resource, method, path, query, isForm, body, file, documented);
    }

    /** Method and path. Parameters and body may hold personal data and are left out. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
