package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code POST} and {@code DELETE /open/groups/{groupId}/contacts}: contacts join or leave a group that exists (404 B00008), not too
 * many at once (400 B00031). Who does not exist is a {@code failure}.
 */
public final class GroupWritesEndpoint implements Endpoint {

    private static final Pattern PATH = Pattern.compile("/open/groups/(\\d+)/contacts");

    private final LinkflowPlatform platform;

    public GroupWritesEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        boolean writes = request.method().equals("POST") || request.method().equals("DELETE");
        return writes && PATH.matcher(request.path()).matches();
    }

    @Override
    public Traffic traffic() {
        return Traffic.WRITE;
    }

    @Override
    public String countedAs(Request request) {
        return request.method().equals("POST") ? "groups.join" : "groups.leave";
    }

    @Override
    public List<String> persons(Request request) {
        List<String> persons = new ArrayList<>();
        try {
            Json.parse(request.body()).forEach(id -> persons.add(id.asText()));
        } catch (PlatformRefusal unreadable) {
            persons.clear();
        }
        return persons;
    }

    @Override
    public Response answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        path.matches();
        long groupId = Parameters.number("groupId", path.group(1));
        JsonNode ids = Json.parse(request.body());
        if (!ids.isArray() || ids.isEmpty()) {
            throw PlatformRefusal.illegalParameter("contactIds");
        }
        if (!platform.groups().directory().has(groupId)) {
            throw new PlatformRefusal(404, "B00008", "No [contactGroup] found with id [" + groupId + "]");
        }
        if (ids.size() > platform.groups().mostWritten.get()) {
            throw new PlatformRefusal(400, "B00031", "联系人超过最大数量");
        }
        ObjectNode answer = Json.object();
        ArrayNode success = answer.putArray("success");
        ArrayNode failure = answer.putArray("failure");
        for (JsonNode id : ids) {
            boolean exists = platform.contacts().find(id.asLong()).isPresent();
            (exists ? success : failure).add(id);
            if (exists && request.method().equals("POST")) {
                platform.groups().join(groupId, id.asLong());
            } else if (exists) {
                platform.groups().leave(groupId, id.asLong());
            }
        }
        answer.set("group", platform.groups().byId().get(groupId));
        return Answers.json(answer);
    }
}
