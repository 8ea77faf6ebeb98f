package io.martech.connect.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the worker says of a connector and its tasks. After a worker was killed, this is what was true before.
 *
 * @param state RUNNING, PAUSED, STOPPED, FAILED, UNASSIGNED or RESTARTING
 * @param trace the stack trace of a connector that FAILED, else empty
 */
public record ConnectorStatus(String state, String trace, List<TaskStatus> tasks) {

    /**
     * One task.
     *
     * @param state as for a connector
     * @param worker the address of the worker that runs it, in the form host:port
     * @param trace the stack trace of a task that FAILED, else empty
     */
    public record TaskStatus(int id, String state, String worker, String trace) {

        public boolean hasFailed() {
            return "FAILED".equals(state);
        }
    }

    static ConnectorStatus from(JsonNode json) {
        List<TaskStatus> tasks = new ArrayList<>();
        for (JsonNode task : json.path("tasks")) {
            tasks.add(new TaskStatus(
                    task.path("id").asInt(),
                    task.path("state").asText(),
                    task.path("worker_id").asText(),
                    task.path("trace").asText()));
        }
        JsonNode connector = json.path("connector");
        return new ConnectorStatus(
                connector.path("state").asText(), connector.path("trace").asText(), List.copyOf(tasks));
    }

    /** Whether the connector and all its tasks, at least one, are RUNNING. */
    public boolean isRunning() {
        return "RUNNING".equals(state)
                && !tasks.isEmpty()
                && tasks.stream().allMatch(task -> "RUNNING".equals(task.state()));
    }

    /** Whether the connector or any of its tasks is FAILED. */
    public boolean hasFailed() {
        return "FAILED".equals(state) || tasks.stream().anyMatch(TaskStatus::hasFailed);
    }

    /** Whether the connector is STOPPED and all its tasks are gone, so that its offsets can be altered. */
    public boolean isStopped() {
        return "STOPPED".equals(state) && tasks.isEmpty();
    }
}
