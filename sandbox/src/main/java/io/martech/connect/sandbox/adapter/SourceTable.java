package io.martech.connect.sandbox.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * A resource of a source: rows at the platform that belong into a topic.
 *
 * @param resource its name in the connector's {@code resources}, and the end of its topic's name
 * @param keyFields the fields of a row that make the record's key, in the key's order
 * @param requests the simulator counts its requests under this name, or under this name, a dot and more
 * @param rows every row as the platform holds it now, with what the connector is documented to add
 * @param knownToTheConnectorOnly fields of records that are not compared, since the platform cannot know them
 */
public record SourceTable(
        String resource,
        List<String> keyFields,
        String requests,
        Supplier<? extends Collection<JsonNode>> rows,
        List<String> knownToTheConnectorOnly) {

    /** A table all of whose fields are compared. */
    public SourceTable(
            String resource, List<String> keyFields, String requests, Supplier<? extends Collection<JsonNode>> rows) {
        this(resource, keyFields, requests, rows, List.of());
    }

    /** A table with one key field. */
    public SourceTable(
            String resource, String keyField, String requests, Supplier<? extends Collection<JsonNode>> rows) {
        this(resource, List.of(keyField), requests, rows);
    }
}
