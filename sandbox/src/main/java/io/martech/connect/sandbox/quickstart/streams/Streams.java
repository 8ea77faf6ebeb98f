package io.martech.connect.sandbox.quickstart.streams;

import java.util.List;

/**
 * Everything that the quickstart shows: the list to which a new stream adds its line.
 *
 * @param platforms started
 */
public record Streams(List<Platform> platforms, List<Source> sources, List<Sink> sinks) implements AutoCloseable {
    /**
     * Starts the simulated platforms.
     *
     * @param linkflowPort 0 for any free one, as all others take
     * @throws java.io.UncheckedIOException if that port is taken
     */
    public static Streams start(int linkflowPort) {
        LinkflowStreams linkflow = new LinkflowStreams(linkflowPort);
        WukongStreams wukong = new WukongStreams();
        M1worldStreams m1world = new M1worldStreams();
        YoumiStreams youmi = new YoumiStreams();
        LinkflowSinks linkflowSinks = new LinkflowSinks(linkflow);
        return new Streams(
                List.of(linkflow.platform(), wukong.platform(), m1world.platform(), youmi.platform()),
                List.of(
                        linkflow.rows(),
                        new LinkflowLists(linkflow).source(),
                        wukong.source(),
                        m1world.source(),
                        youmi.source()),
                List.of(
                        linkflowSinks.messages(),
                        linkflowSinks.tagValues(),
                        linkflowSinks.groupMembers(),
                        linkflowSinks.dimensionRows(),
                        m1world.sink(),
                        wukong.sink()));
    }

    /** Stops the platforms. */
    @Override
    public void close() {
        platforms.forEach(Platform::close);
    }
}
