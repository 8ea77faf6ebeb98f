package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;

/** Finds the id of what Linkflow lists: a row with a field {@code id}, or a bare id. */
final class RowIds {

    private RowIds() {}

    /**
     * @throws PlatformException if there is none: without it nothing can be read in order
     */
    static long idOf(JsonNode entry, String resource) {
        JsonNode id = entry.isObject() ? entry.path("id") : entry;
        if (id.isIntegralNumber() && id.canConvertToLong()) {
            return id.longValue();
        }
        if (id.isTextual()) {
            try {
                return Long.parseLong(id.textValue());
            } catch (NumberFormatException e) {
                throw withoutId(resource);
            }
        }
        throw withoutId(resource);
    }

    private static PlatformException withoutId(String resource) {
        return new PlatformException(
                Category.STOP,
                resource + ": the platform returned a row without a numeric id. Reading stopped before it;"
                        + " nothing was skipped. Please report this to the platform's support.",
                200,
                null,
                null,
                null);
    }
}
