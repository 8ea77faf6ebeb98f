package io.martech.connect.integration.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.integration.cluster.ConnectorSettings;
import io.martech.connect.sandbox.adapter.PlatformAdapter;
import io.martech.connect.sandbox.http.Fault;
import io.martech.connect.sandbox.http.FaultPlan;
import io.martech.connect.sandbox.http.RequestCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A simulated platform and the source that reads it: all that a test of every source needs to know. */
public interface SourcePlatform extends AutoCloseable {

    /** The settings of a source that reads every resource into {@code <topicPrefix>.<resource>}. */
    ConnectorSettings source(String topicPrefix);

    /** The platform at work. */
    PlatformAdapter adapter();

    /** What the source reads, as it stands. The first resource has the most rows. */
    default List<Rows> rows() {
        return adapter().tables().stream()
                .map(table -> new Rows(
                        table.resource(), table.keyFields(), table.rows().get()))
                .toList();
    }

    /** Inserts so many rows of the first resource, and some of the others, that reading them takes about thirty requests. */
    void insertHistory();

    /** Whether a history arrives in many units, so that a kill may hit it; a whole list arrives in one. */
    default boolean isReadInParts() {
        return true;
    }

    /** Inserts rows that a few requests read. */
    void insertSomeRows();

    /** Changes or adds a little of each resource, in a way that the next polls show. */
    void change();

    /** Whether a resource was read completely at that time or later. */
    boolean isReadUpTo(Instant time, ProgressTopic progress);

    /** How long answers take from now on. */
    void answerAfter(Duration least, Duration most);

    default FaultPlan faults() {
        return adapter().server().faults();
    }

    /** Requests by the simulator's names for them. */
    default RequestCounters requests() {
        return adapter().server().requests();
    }

    /** Errors in the platform's own form that pass. */
    List<Fault> passingFaults();

    /** Errors in the platform's own form that stop a task if they do not pass, with words of the reason it then gives. */
    Map<Fault, String> stoppingFaults();

    /** Hangs up; the platform behind it stays as it is. */
    @Override
    default void close() {
        adapter().close();
    }

    /**
     * The rows of a resource as they stand, with what the source is documented to add.
     *
     * @param keyFields the fields that make a record's key, in the key's order
     */
    record Rows(String resource, List<String> keyFields, Collection<JsonNode> rows) {}
}
