package io.martech.connect.sandbox.quickstart.streams;

import io.martech.connect.sandbox.http.ApiConditions;
import io.martech.connect.sandbox.http.FaultPlan;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A simulated platform at work on this machine, with a history, and what its users write for themselves. */
public interface SimulatedPlatform extends AutoCloseable {

    /** Its proper name, such as Linkflow. */
    String name();

    /** Where it answers. */
    URI uri();

    /** What it holds at the beginning, such as "5,000 orders, 2,000 contacts". */
    String history();

    /** The file in the connectors' {@code ${file:...}}, below the worker's directory: {@code config/linkflow.properties}. */
    String propertiesFile();

    /**
     * What users fill into their copy of that file: addresses, secrets, and what suits their account.
     *
     * @param directory of this run, for files that connectors keep
     */
    Map<String, String> properties(Path directory);

    /** How many requests it has answered, by the names that its simulator counts them under. */
    Map<String, Long> requests();

    /** What can go wrong between it and its clients. */
    FaultPlan faults();

    /** What shapes every answer. */
    ApiConditions conditions();

    /** Lists what is equal in what it sorts by in an order that changes, and what was just created late, as far as it can. */
    void listInDisorder();

    /** Stops answering. */
    @Override
    void close();
}
