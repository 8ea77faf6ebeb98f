package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.Category;
import io.martech.connect.client.PlatformException;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.reader.emitted.Fingerprints;
import java.util.List;
import java.util.function.Function;

/** The id of an element of Linkflow's lists: a row with a field {@code id}, or a bare id. */
final class RowIds {

    /** A page with fewer entries, none of which has an id, is taken for the end of the list. */
    private static final int FULL_PAGE = 50;

    private RowIds() {}

    /** The id, or null if there is no usable one. */
    static Long idOrNull(JsonNode entry) {
        JsonNode id = entry.isObject() ? entry.path("id") : entry;
        if (id.isIntegralNumber() && id.canConvertToLong()) {
            return id.longValue();
        }
        try {
            return id.isTextual() ? Long.valueOf(id.textValue()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * The id; for an entry without one, a negative number derived from the content, since no id of the platform is
     * negative. So such a row is processed like others until it cannot be converted to a record.
     */
    static long idOrSubstitute(JsonNode entry) {
        Long id = idOrNull(entry);
        return id == null ? -1 - (Fingerprints.of(entry) >>> 1) : id;
    }

    /**
     * A page of an id cursor without the entries that have no id to continue from, which are set aside.
     *
     * @param idOf the id of an entry, or null
     * @throws PlatformException if none of many entries has an id: the rows after them could not be requested
     */
    static List<JsonNode> withIds(
            List<JsonNode> page, Function<JsonNode, Long> idOf, RequestCounter requests, String resource) {
        List<JsonNode> usable =
                page.stream().filter(entry -> idOf.apply(entry) != null).toList();
        if (usable.size() == page.size()) {
            return page;
        }
        if (usable.isEmpty() && page.size() >= FULL_PAGE) {
            throw withoutId(resource);
        }
        page.stream().filter(entry -> idOf.apply(entry) == null).forEach(requests::setAside);
        return usable;
    }

    /** @throws PlatformException if there is none: without it nothing can be read in order */
    static long idOf(JsonNode entry, String resource) {
        Long id = idOrNull(entry);
        if (id == null) {
            throw withoutId(resource);
        }
        return id;
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
