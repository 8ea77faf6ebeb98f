package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import java.util.List;

/** {@code GET /open/groups}: all groups, or those of an id, a part of a name, a type. */
public final class GroupsEndpoint implements Endpoint {

    private final LinkflowPlatform platform;

    public GroupsEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return Parameters.isGet(request, "/open/groups");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "groups.list";
    }

    @Override
    public Response answer(Request request) {
        List<JsonNode> groups = platform.groups().listed().stream()
                .filter(group -> request.parameter("id")
                        .map(id -> group.get("id").asText().equals(id))
                        .orElse(true))
                .filter(group -> request.parameter("name")
                        .map(part -> group.get("name").asText().contains(part))
                        .orElse(true))
                .filter(group -> request.parameter("groupType")
                        .map(type -> group.get("groupType").asText().equals(type))
                        .orElse(true))
                .toList();
        return Answers.json(groups);
    }
}
