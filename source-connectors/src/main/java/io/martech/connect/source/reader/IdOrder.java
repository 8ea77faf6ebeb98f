package io.martech.connect.source.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import java.util.List;
import java.util.function.ToLongFunction;

/** Verifies the order that an id cursor depends on: ids ascend strictly. */
public final class IdOrder {

    private IdOrder() {}

    /**
     * The last id of a page, after verifying that ids ascend strictly from the given one.
     *
     * @throws PlatformException if they do not, since rows would be skipped silently
     */
    public static long lastOf(ToLongFunction<JsonNode> idOf, List<JsonNode> entries, long lastId, String resource) {
        long last = lastId;
        for (JsonNode entry : entries) {
            long id = idOf.applyAsLong(entry);
            if (id <= last) {
                throw new PlatformException(
                        Category.STOP,
                        resource + ": the page after id " + lastId + " holds id " + id + " after id " + last + ","
                                + " but ids must ascend strictly, otherwise rows would be skipped. Reading stopped before"
                                + " anything was lost; please report this answer to the platform's support.",
                        200,
                        null,
                        null,
                        null);
            }
            last = id;
        }
        return last;
    }
}
