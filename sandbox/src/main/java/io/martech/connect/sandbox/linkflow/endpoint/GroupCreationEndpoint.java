package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.group.LinkflowGroups;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;

/** {@code POST /open/groups}: a static group with a new name, without regard to case and surrounding blanks (400 B00001), unless there are too many (412 B00157). */
public final class GroupCreationEndpoint implements Endpoint {

    private final LinkflowPlatform platform;

    public GroupCreationEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && request.path().equals("/open/groups");
    }

    @Override
    public Traffic traffic() {
        return Traffic.WRITE;
    }

    @Override
    public String countedAs(Request request) {
        return "groups.create";
    }

    @Override
    public Response answer(Request request) {
        JsonNode asked = Json.parse(request.body());
        String name = asked.path("name").asText().strip();
        if (name.isBlank() || !asked.path("groupType").asText("static").equals("static")) {
            throw PlatformRefusal.illegalParameter("name");
        }
        LinkflowGroups groups = platform.groups();
        synchronized (groups) {
            boolean exists = groups.byId().values().stream()
                    .anyMatch(group -> group.path("name").asText().equalsIgnoreCase(name));
            if (exists) {
                throw new PlatformRefusal(400, "B00001", "群组已存在");
            }
            if (groups.byId().size() >= groups.quota.get()) {
                throw new PlatformRefusal(412, "B00157", "群组数量已达到上限");
            }
            long id = groups.add(name, "static");
            return Answers.json(groups.byId().get(id));
        }
    }
}
