package io.martech.connect.integration.sources;

import java.util.function.Supplier;

/** Every platform that a source reads. A test of every source is run for each; a new platform adds its line. */
public enum EverySource {
    LINKFLOW(SimulatedLinkflow::start),
    WUKONG(SimulatedWukong::start),
    M1WORLD(SimulatedM1world::start),
    YOUMI(SimulatedYoumi::start);

    private final Supplier<SourcePlatform> start;

    EverySource(Supplier<SourcePlatform> start) {
        this.start = start;
    }

    /** Starts an empty simulated platform. */
    public SourcePlatform start() {
        return start.get();
    }

    /** Starts one with a history. */
    SourcePlatform startWithHistory() {
        SourcePlatform platform = start();
        platform.insertHistory();
        return platform;
    }
}
