package io.martech.connect.source.engine;

import java.util.Map;

/** The source partition of a resource: one name that is the same for its data and its progress records. */
public final class SourcePartitions {

    public static final String PLATFORM = "platform";
    public static final String RESOURCE = "resource";

    private SourcePartitions() {}

    /** The partition of one slice; null for the whole resource. */
    public static Map<String, String> of(String platform, String resource, Slice slice) {
        return slice == null
                ? of(platform, resource)
                : Map.of(PLATFORM, platform, RESOURCE, resource, slice.name(), slice.value());
    }

    public static Map<String, String> of(String platform, String resource) {
        return Map.of(PLATFORM, platform, RESOURCE, resource);
    }
}
