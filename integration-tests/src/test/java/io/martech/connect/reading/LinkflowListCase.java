package io.martech.connect.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.Collection;
import java.util.Map;

/** A list of the simulated platform, and how people change it. */
interface LinkflowListCase {

    String resource();

    /** What else the connector must be told. */
    default Map<String, String> properties() {
        return Map.of();
    }

    /** What must be there before any row. */
    default void prepare(LinkflowPlatform platform) {}

    default String keyOf(JsonNode row) {
        return row.path("id").asText();
    }

    /** A row that was read, as the platform showed it. */
    default JsonNode shown(JsonNode row) {
        return row;
    }

    /** Whether its rows are named in the configuration, so that none come and none go. */
    default boolean isChosenByIds() {
        return false;
    }

    default void addTo(LinkflowPlatform platform) {}

    /** Changes one row, the same every time. */
    void changeIn(LinkflowPlatform platform);

    /** Deletes the newest row. */
    default void deleteFrom(LinkflowPlatform platform) {}

    /** All rows as they stand. */
    Collection<JsonNode> truth(LinkflowPlatform platform);
}
