package io.martech.connect.sink.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Json;
import java.nio.charset.StandardCharsets;

/** JSON as a parameter of a form, as this platform wants lists. */
final class FormText {

    private FormText() {}

    static String of(JsonNode json) {
        return new String(Json.write(json), StandardCharsets.UTF_8);
    }
}
