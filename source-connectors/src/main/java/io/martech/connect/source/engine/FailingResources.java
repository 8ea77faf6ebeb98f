package io.martech.connect.source.engine;

import java.util.HashMap;
import java.util.Map;

/** Tracks which resources of a task are failing, and whether the task has any left to read. Thread-safe. */
final class FailingResources {

    private final int resources;
    private final boolean failsWithAResource;

    /** Whether the failure may be transient, by resource. */
    private final Map<String, Boolean> failing = new HashMap<>();

    FailingResources(int resources, boolean failsWithAResource) {
        this.resources = resources;
        this.failsWithAResource = failsWithAResource;
    }

    /** @return whether the task fails because of it */
    synchronized boolean failed(String resource, boolean mayPass) {
        failing.put(resource, mayPass);
        boolean noneWorks = failing.size() == resources && !failing.containsValue(true);
        return noneWorks || (failsWithAResource && !mayPass);
    }

    synchronized void recovered(String resource) {
        failing.remove(resource);
    }
}
