package io.martech.connect.sandbox.linkflow.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What stands in a row, apart from its id, times and version. */
public interface Content {

    /** The whole row in its documented form, as a new object. */
    ObjectNode render(Row row, PlatformTime time);

    /** Another content of the same order or contact, as after an update by somebody. */
    Content changed(long seed);
}
