package io.martech.connect.sink.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * A group as the platform lists it.
 *
 * @param id by which members are written
 * @param name by which users know it
 * @param isStatic whether members can be written: those of a dynamic group are computed
 */
public record Group(long id, String name, boolean isStatic) {

    /** @throws ConnectException if it is none: to take it for a missing one would reject good records */
    static Group of(JsonNode row) {
        JsonNode id = row.path("id");
        JsonNode name = row.path("name");
        if (!id.isIntegralNumber() || !name.isTextual()) {
            throw new ConnectException(
                    "Linkflow described a group without a numeric id or without a name, so the groups are not known. The task"
                            + " stops; nothing is lost. Restart it, and if that does not help, check linkflow.url.");
        }
        return new Group(
                id.longValue(),
                name.textValue().strip(),
                !"dynamic".equals(row.path("groupType").asText()));
    }
}
