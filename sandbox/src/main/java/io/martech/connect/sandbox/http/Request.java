package io.martech.connect.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was read from the wire.
 *
 * @param method the method in capitals
 * @param path the decoded path without the query
 * @param query decoded query parameters; of a repeated parameter the first
 * @param headers header values by lower-case name
 * @param body the whole body, empty when there is none
 */
public record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    /** The value of a query parameter; absent when it was not sent or is empty. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether a text that needs no encoding, such as a phone or an id, stands in its path, its query or its body. */
    public boolean mentions(String text) {
        return path.contains(text)
                || query.containsValue(text)
                || new String(body, StandardCharsets.UTF_8).contains(text);
    }

    /** The value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A part of the path between slashes, the first one being 0. */
    public String segment(int index) {
        return path.split("/")[index + 1];
    }
}
