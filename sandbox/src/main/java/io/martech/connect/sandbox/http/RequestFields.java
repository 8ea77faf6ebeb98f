package io.martech.connect.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request, wherever the platform looks for them.
 *
 * @param values by name; of a parameter sent in several places the one in the body counts
 */
public record RequestFields(Map<String, String> values) {

    /** Where parameters may stand. */
    public enum Place {
        /** In the address. */
        QUERY,
        /** In a body of {@code application/x-www-form-urlencoded}. */
        FORM,
        /** In a body that is a JSON object. */
        JSON
    }

    /**
     * Reads the parameters of a request.
     *
     * @param places where the platform looks; what stands elsewhere is not seen
     */
    public static RequestFields of(Request request, Set<Place> places) {
        Map<String, String> values = new HashMap<>();
        if (places.contains(Place.QUERY)) {
            values.putAll(request.query());
        }
        String type = request.header("Content-Type").orElse("");
        if (places.contains(Place.FORM) && type.startsWith("application/x-www-form-urlencoded")) {
            values.putAll(RequestReader.query(new String(request.body(), StandardCharsets.UTF_8)));
        }
        if (places.contains(Place.JSON) && type.startsWith("application/json")) {
            JsonText.read(request.body()).filter(JsonNode::isObject).ifPresent(object -> object.fields()
                    .forEachRemaining(field -> values.put(
                            field.getKey(),
                            field.getValue().isValueNode()
                                    ? field.getValue().asText()
                                    : field.getValue().toString())));
        }
        return new RequestFields(values);
    }

    /** Reads the parameters of a request. */
    public static RequestFields of(Request request, Place place) {
        return of(request, EnumSet.of(place));
    }

    /** The value of a parameter; absent when it was not sent or is empty. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether a parameter was sent and is not empty. */
    public boolean has(String name) {
        return get(name).isPresent();
    }
}
