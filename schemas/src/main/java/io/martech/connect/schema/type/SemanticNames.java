package io.martech.connect.schema.type;

/** Names of schemas that say what a plain Connect type means. */
public final class SemanticNames {

    /** A text that is JSON. */
    public static final String JSON = "io.martech.connect.Json";

    private SemanticNames() {}
}
