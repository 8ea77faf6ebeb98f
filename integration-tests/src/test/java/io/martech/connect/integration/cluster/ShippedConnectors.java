package io.martech.connect.integration.cluster;

import java.util.List;
import java.util.stream.Stream;

/** The connector classes that the archives bring, and no others. */
public final class ShippedConnectors {

    static final List<String> SOURCES = List.of(
            "io.martech.connect.source.linkflow.LinkflowSourceConnector",
            "io.martech.connect.source.m1world.M1worldSourceConnector",
            "io.martech.connect.source.wukong.WukongSourceConnector",
            "io.martech.connect.source.youmi.YoumiSourceConnector");
    public static final List<String> SINKS = List.of(
            "io.martech.connect.sink.linkflow.LinkflowMessagesSinkConnector",
            "io.martech.connect.sink.linkflow.LinkflowTagValuesSinkConnector",
            "io.martech.connect.sink.m1world.M1worldContactsSinkConnector",
            "io.martech.connect.sink.wukong.WukongLeadsSinkConnector",
            "io.martech.connect.sink.linkflow.LinkflowDimensionsSinkConnector",
            "io.martech.connect.sink.linkflow.LinkflowGroupMembersSinkConnector");

    private ShippedConnectors() {}

    public static List<String> all() {
        return Stream.concat(SOURCES.stream(), SINKS.stream()).toList();
    }

    /** @param kind "source" or "sink" */
    public static List<String> ofKind(String kind) {
        return kind.equals("source") ? SOURCES : SINKS;
    }
}
