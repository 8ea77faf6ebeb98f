package io.martech.connect.source.engine;

import java.util.HashMap;
import java.util.Map;

/** Which resources of a task fail now, and whether there is any left to go on for. Safe for use by several threads. */
final class FailingResources {

    private final int resources;
    private final boolean failsWithAResource;

    /** Whether the failure may pass, by resource. */
    private final Map<String, Boolean> failing = new HashMap<>();

    FailingResources(int resources, boolean failsWithAResource) {
        this.resources = resources;
        this.failsWithAResource = failsWithAResource;
    }

    /** @return whether the task fails with it */
    synchronized boolean failed(String resource, boolean mayPass) {
        failing.put(resource, mayPass);
        boolean noneWorks = failing.size() == resources && !failing.containsValue(true);
        return noneWorks || (failsWithAResource && !mayPass);
    }

    synchronized void recovered(String resource) {
        failing.remove(resource);
    }
}
