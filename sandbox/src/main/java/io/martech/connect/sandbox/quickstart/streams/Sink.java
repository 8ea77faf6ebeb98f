package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * A sink connector of {@code config/}, and both ends of what it writes: all that the quickstart needs to know.
 *
 * @param connectorFile the file in {@code config/} that is deployed as it is; it names the topic
 * @param name what it writes at the platform, in a word or two
 * @param requests the simulator counts its requests under this name, or under this name, a dot and more
 * @param identityFields the fields that say whom a record is about; the first is the record's key. Without them the sink rejects a
 *     record
 * @param record a record of the topic by its number from 1, as another system of the user's writes it; several are about each person
 * @param comparison compares what the topic says with what the platform holds, when nothing is under way any more, under a name; the
 *     records of the topic are in order within each partition
 */
public record Sink(
        String connectorFile,
        Platform platform,
        String name,
        String requests,
        List<String> identityFields,
        IntFunction<ObjectNode> record,
        BiFunction<String, List<TopicRecord>, Comparison> comparison) {}
