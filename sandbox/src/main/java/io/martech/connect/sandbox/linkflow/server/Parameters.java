package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.linkflow.model.Refusals;

/** Reads requests as the platform does: what cannot be read is B00010. */
final class Parameters {
    private Parameters() {}

    static String required(Request request, String name) {
        return request.parameter(name).orElseThrow(() -> Refusals.illegalParameter(name));
    }

    static long requiredNumber(Request request, String name) {
        return number(name, required(request, name));
    }

    static long number(Request request, String name, long otherwise) {
        return request.parameter(name).map(text -> number(name, text)).orElse(otherwise);
    }

    static long number(String name, String text) {
        try {
            return Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw Refusals.illegalParameter(name + " [" + text + "]");
        }
    }

    /** The body; a missing node if it is empty. */
    static JsonNode json(Request request) {
        return request.body().length == 0
                ? JsonText.nodes().missingNode()
                : JsonText.read(request.body()).orElseThrow(() -> Refusals.illegalParameter("not JSON"));
    }

    /** The body, which must be a list that is not empty. */
    static JsonNode list(Request request, String name) {
        JsonNode list = json(request);
        if (!list.isArray() || list.isEmpty()) {
            throw Refusals.illegalParameter(name);
        }
        return list;
    }
}
