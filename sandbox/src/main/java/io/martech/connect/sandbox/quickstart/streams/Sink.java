package io.martech.connect.sandbox.quickstart.streams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.comparison.Comparison;
import io.martech.connect.sandbox.comparison.TopicRecord;
import java.util.List;

/** A sink connector of {@code config/}, and both ends of what it writes: all that the quickstart needs to know. */
public interface Sink {

    /** The file in {@code config/} that is deployed as it is. It names the topic. */
    String connectorFile();

    SimulatedPlatform platform();

    /** What it writes at the platform, in a word or two. */
    String name();

    /** The simulator counts its requests under this name, or under this name, a dot and more. */
    String requests();

    /**
     * A record of the topic, as another system of the user's writes it. Several are about each person.
     *
     * @param number counts the records from 1
     */
    ObjectNode record(int number);

    /** The fields that say whom a record is about; the first is the record's key. Without them the sink rejects a record. */
    List<String> identityFields();

    /**
     * Compares what the topic says with what the platform holds, when nothing is under way any more.
     *
     * @param name of the comparison
     * @param records every record of the topic, in order within each partition
     */
    Comparison compare(String name, List<TopicRecord> records);
}
