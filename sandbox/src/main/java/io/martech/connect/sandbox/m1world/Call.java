package io.martech.connect.sandbox.m1world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.http.RequestFields.Place;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import java.util.List;
import java.util.function.Function;

/**
 * One documented call of the API, with or without {@code /v2} in front of its path.
 *
 * @param method GET or POST
 * @param data from the parameters to what stands under {@code data} of the answer; runs with the account's lock
 * @param spokenOf from the parameters to the persons that a write speaks of
 */
record Call(
        M1worldPlatform platform,
        String method,
        String path,
        Traffic traffic,
        Function<RequestFields, Object> data,
        Function<RequestFields, List<String>> spokenOf)
        implements ApiEndpoint {

    private static final String OAUTH_PREFIX = "/v2";

    static Call reading(M1worldPlatform platform, String method, String path, Function<RequestFields, Object> data) {
        return new Call(platform, method, path, Traffic.READ, data, fields -> List.of());
    }

    static Call writing(M1worldPlatform platform, String path, Function<RequestFields, Object> data) {
        return writing(platform, path, data, fields -> List.of());
    }

    static Call writing(
            M1worldPlatform platform,
            String path,
            Function<RequestFields, Object> data,
            Function<RequestFields, List<String>> spokenOf) {
        return new Call(platform, "POST", path, Traffic.WRITE, data, spokenOf);
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals(method)
                && (request.path().equals(path) || request.path().equals(OAUTH_PREFIX + path));
    }

    /** The path without its first slash, and dots for the others: {@code contact.group.all}. */
    @Override
    public String countedAs(Request request) {
        return path.substring(1).replace('/', '.');
    }

    @Override
    public List<String> persons(Request request) {
        return spokenOf.apply(fields(request));
    }

    @Override
    public Response answer(Request request) {
        RequestFields fields = fields(request);
        platform.gate().check(fields, path, request.path().startsWith(OAUTH_PREFIX));
        synchronized (platform.account()) {
            ObjectNode answer = JsonText.object();
            answer.put("success", true);
            answer.putPOJO("data", data.apply(fields));
            return JsonText.answer(answer);
        }
    }

    private RequestFields fields(Request request) {
        return method.equals("GET")
                ? RequestFields.of(request, Place.QUERY)
                : RequestFields.of(request, platform.quirks().postPlaces.get());
    }
}
