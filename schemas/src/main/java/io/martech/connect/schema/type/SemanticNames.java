package io.martech.connect.schema.type;

/** Schema names that state what a plain Connect type means. */
public final class SemanticNames {

    /** A text that holds JSON. */
    public static final String JSON = "io.martech.connect.Json";

    private SemanticNames() {}
}
