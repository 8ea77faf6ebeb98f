package io.martech.connect.sandbox.quickstart.streams;

import java.util.List;

/** Everything that the quickstart shows: the list to which a new stream adds its line. */
public final class Streams implements AutoCloseable {

    private final List<SimulatedPlatform> platforms;
    private final List<Source> sources;
    private final List<Sink> sinks;

    private Streams(List<SimulatedPlatform> platforms, List<Source> sources, List<Sink> sinks) {
        this.platforms = platforms;
        this.sources = sources;
        this.sinks = sinks;
    }

    /**
     * Starts the simulated platforms.
     *
     * @param linkflowPort 0 for any free one, as all others take
     * @throws java.io.UncheckedIOException if that port is taken
     */
    public static Streams start(int linkflowPort) {
        SimulatedLinkflow linkflow = SimulatedLinkflow.start(linkflowPort);
        SimulatedWukong wukong = SimulatedWukong.start();
        SimulatedM1world m1world = SimulatedM1world.start();
        SimulatedYoumi youmi = SimulatedYoumi.start();
        return new Streams(
                List.of(linkflow, wukong, m1world, youmi),
                List.of(
                        new LinkflowRows(linkflow),
                        new LinkflowListRows(linkflow),
                        new WukongRows(wukong),
                        new M1worldRows(m1world),
                        new YoumiRows(youmi)),
                List.of(
                        new LinkflowMessages(linkflow),
                        new LinkflowTagValues(linkflow),
                        new LinkflowGroupMembers(linkflow),
                        new LinkflowDimensionRows(linkflow),
                        new M1worldContacts(m1world),
                        new WukongLeads(wukong)));
    }

    public List<SimulatedPlatform> platforms() {
        return platforms;
    }

    public List<Source> sources() {
        return sources;
    }

    public List<Sink> sinks() {
        return sinks;
    }

    /** Stops the platforms. */
    @Override
    public void close() {
        platforms.forEach(SimulatedPlatform::close);
    }
}
