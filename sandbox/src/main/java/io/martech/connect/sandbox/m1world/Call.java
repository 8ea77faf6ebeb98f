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
 * The documented calls of the API, with or without {@code /v2} in front of their paths. They are counted by their path with dots for
 * slashes: {@code contact.group.all}.
 */
record Call(M1worldPlatform platform) {
    private static final String OAUTH_PREFIX = "/v2";

    /** @param data from the parameters to what stands under {@code data} of the answer; runs with the account's lock */
    ApiEndpoint reading(String method, String path, Function<RequestFields, Object> data) {
        return of(Traffic.READ, method, path, data);
    }

    /** @param data as for reading */
    ApiEndpoint writing(String path, Function<RequestFields, Object> data) {
        return of(Traffic.WRITE, "POST", path, data);
    }

    /** @param spokenOf from the parameters to the persons that a write speaks of */
    ApiEndpoint writing(
            String path, Function<RequestFields, Object> data, Function<RequestFields, List<String>> spokenOf) {
        return writing(path, data).about(request -> spokenOf.apply(fields(request)));
    }

    private ApiEndpoint of(Traffic traffic, String method, String path, Function<RequestFields, Object> data) {
        String name = path.substring(1).replace('/', '.');
        return ApiEndpoint.of(
                traffic, method, "(" + OAUTH_PREFIX + ")?" + path, name, request -> answer(request, path, data));
    }

    private Response answer(Request request, String path, Function<RequestFields, Object> data) {
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
        return request.method().equals("GET")
                ? RequestFields.of(request, Place.QUERY)
                : RequestFields.of(request, platform.quirks().postPlaces.get());
    }
}
