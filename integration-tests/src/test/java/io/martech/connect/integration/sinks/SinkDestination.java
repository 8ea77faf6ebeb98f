package io.martech.connect.integration.sinks;

import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where a sink writes: a simulated platform, as tests of all sinks see it. */
public interface SinkDestination extends AutoCloseable {

    /** Phones of so many people about whom records may be. */
    List<String> people(int count);

    /** A connector that writes the records of such a topic. */
    ConnectorSettings sink(String topic);

    /** The most requests that the connector may be told to have under way. */
    default int mostRequestsAtOnce() {
        return 8;
    }

    /** The key of the secret, and what is said to whoever has a wrong one. */
    WrongSecret wrongSecret();

    /**
     * A secret that is wrong.
     *
     * @param key of the configuration
     * @param words in the trace of the task that failed
     */
    record WrongSecret(String key, String words) {}

    /** The numbers that the platform received of each person, in the order in which they were applied. */
    Map<String, List<Integer>> numbersByPerson();

    /** The number that the platform shows of each person. */
    Map<String, Integer> state();

    FaultPlan faults();

    /** The platform's own error, with a code that no document knows. */
    Fault unknownCode();

    /** Requests that write, received so far. */
    long writes();

    /** Two requests of one person at once. */
    long conflictingWrites();

    void latency(Duration latency);

    @Override
    void close();
}
