package io.martech.connect.source.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.schema.TopicSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One list of Youmi: the facts of its endpoint, and nothing else.
 *
 * @param name of the resource, and of its topic after the prefix
 * @param requests what to ask so that all answers together are the whole list
 * @param alone what to ask for one row, given the fields of its key; null where the platform cannot be asked for one
 * @param textArrays fields that hold an array as a text; it is unpacked beside the text
 * @param schema what its rows become
 */
record YoumiList(
        String name,
        Function<YoumiSourceConfig, List<ApiRequest>> requests,
        Function<JsonNode, ApiRequest> alone,
        List<String> textArrays,
        TopicSchema schema) {

    /** A list that one GET answers. */
    static YoumiList get(String name, String path, TopicSchema schema) {
        return of(name, ApiRequest.get(name, path), schema);
    }

    /** A list that one POST of an empty object answers. */
    static YoumiList post(String name, String path, TopicSchema schema) {
        return of(name, ApiRequest.post(name, path, Json.object()), schema);
    }

    private static YoumiList of(String name, ApiRequest request, TopicSchema schema) {
        ApiRequest list = request.expecting(Expectation.array());
        return new YoumiList(name, config -> List.of(list), null, List.of(), schema);
    }

    /** The same, asked with a parameter. */
    YoumiList with(String parameter, Object value) {
        return with(parameter, config -> List.of(String.valueOf(value)));
    }

    /** The same, asked once for each value of a parameter. */
    YoumiList with(String parameter, Function<YoumiSourceConfig, List<String>> values) {
        return new YoumiList(
                name,
                config -> {
                    List<ApiRequest> all = new ArrayList<>();
                    for (ApiRequest request : requests.apply(config)) {
                        values.apply(config).forEach(value -> all.add(request.with(parameter, value)));
                    }
                    return all;
                },
                alone,
                textArrays,
                schema);
    }

    /** The same, with fields that hold an array as a text. */
    YoumiList unpacking(String... fields) {
        return new YoumiList(name, requests, alone, List.of(fields), schema);
    }

    /** The same, where the platform can be asked for one row: whether it is still there. */
    YoumiList alone(Function<JsonNode, ApiRequest> request) {
        return new YoumiList(
                name, requests, key -> request.apply(key).expecting(Expectation.array()), textArrays, schema);
    }
}
