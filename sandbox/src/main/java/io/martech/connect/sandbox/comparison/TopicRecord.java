package io.martech.connect.sandbox.comparison;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One record of a topic of JSON.
 *
 * @param key a {@code NullNode} if it has none
 * @param value a {@code NullNode} if it is a tombstone
 */
public record TopicRecord(JsonNode key, JsonNode value) {}
