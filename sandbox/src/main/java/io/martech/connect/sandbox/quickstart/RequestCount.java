package io.martech.connect.sandbox.quickstart;

import io.martech.connect.sandbox.quickstart.streams.SimulatedPlatform;

/** How many requests a platform has answered. */
final class RequestCount {

    private RequestCount() {}

    /** Of that name, or of a name that goes on with a dot: orders are counted as orders.cursor, orders.window, and so on. */
    static long of(SimulatedPlatform platform, String name) {
        return platform.requests().entrySet().stream()
                .filter(count -> count.getKey().equals(name) || count.getKey().startsWith(name + "."))
                .mapToLong(count -> count.getValue())
                .sum();
    }
}
