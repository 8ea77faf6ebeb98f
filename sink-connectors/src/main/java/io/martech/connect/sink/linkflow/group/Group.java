package io.martech.connect.sink.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * A group as the platform lists it.
 *
 * @param id identifies the group when members are written
 * @param name the name that users configure
 * @param isStatic whether members can be written: those of a dynamic group are computed
 */
public record Group(long id, String name, boolean isStatic) {

    /** @throws ConnectException if the row is not a group: treating it as a missing one would reject valid records */
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
