package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.group.LinkflowGroups;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.util.ArrayList;
import java.util.List;

/** The calls below {@code /open/groups}. */
final class GroupCalls {
    private static final String GROUPS = "/open/groups";
    private static final String MEMBERS = "/open/groups/\\d+/contacts";
    private static final int LARGEST_PAGE = 500;

    private final LinkflowPlatform platform;

    GroupCalls(LinkflowPlatform platform) {
        this.platform = platform;
    }

    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.reading("GET", GROUPS, "groups.list", this::list),
                ApiEndpoint.writing("POST", GROUPS, "groups.create", this::create),
                ApiEndpoint.reading("GET", MEMBERS, "groups.members", this::members),
                ApiEndpoint.writing("POST", MEMBERS, "groups.join", this::write).about(this::persons),
                ApiEndpoint.writing("DELETE", MEMBERS, "groups.leave", this::write)
                        .about(this::persons));
    }

    /** All groups, or those of an id, a part of a name, a type. */
    private Response list(Request request) {
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
        return JsonText.answer(groups);
    }

    /**
     * A static group with a new name, without regard to case and surrounding blanks (400 B00001), unless there are too many (412
     * B00157).
     */
    private Response create(Request request) {
        JsonNode asked = Parameters.json(request);
        String name = asked.path("name").asText().strip();
        if (name.isBlank() || !asked.path("groupType").asText("static").equals("static")) {
            throw Refusals.illegalParameter("name");
        }
        LinkflowGroups groups = platform.groups();
        synchronized (groups) {
            boolean exists = groups.byId().values().stream()
                    .anyMatch(group -> group.path("name").asText().equalsIgnoreCase(name));
            if (exists) {
                throw Refusals.of(400, "B00001", "群组已存在");
            }
            if (groups.byId().size() >= groups.quota.get()) {
                throw Refusals.of(412, "B00157", "群组数量已达到上限");
            }
            long id = groups.add(name, "static");
            return JsonText.answer(groups.byId().get(id));
        }
    }

    /** Members above a {@code memberId}, ascending; at most 500 (400 B00031) of a group that exists (404 B00008). */
    private Response members(Request request) {
        long memberId = Parameters.number(request, "memberId", 0);
        long size = Parameters.number(request, "size", LARGEST_PAGE);
        if (size > LARGEST_PAGE) {
            throw Refusals.of(400, "B00031", "size超过最大数量");
        }
        return JsonText.answer(platform.groups().membersAfter(existing(request), memberId, (int) size));
    }

    private List<String> persons(Request request) {
        List<String> persons = new ArrayList<>();
        Parameters.json(request).forEach(id -> persons.add(id.asText()));
        return persons;
    }

    /**
     * Contacts join or leave a group that exists (404 B00008), not too many at once (400 B00031). Who does not exist is a
     * {@code failure}.
     */
    private Response write(Request request) {
        JsonNode ids = Parameters.list(request, "contactIds");
        long groupId = existing(request);
        LinkflowGroups groups = platform.groups();
        if (ids.size() > groups.mostWritten.get()) {
            throw Refusals.of(400, "B00031", "联系人超过最大数量");
        }
        ObjectNode answer = JsonText.object();
        ArrayNode success = answer.putArray("success");
        ArrayNode failure = answer.putArray("failure");
        for (JsonNode id : ids) {
            boolean exists = platform.contacts().find(id.asLong()).isPresent();
            (exists ? success : failure).add(id);
            if (exists && request.method().equals("POST")) {
                groups.join(groupId, id.asLong());
            } else if (exists) {
                groups.leave(groupId, id.asLong());
            }
        }
        answer.set("group", groups.byId().get(groupId));
        return JsonText.answer(answer);
    }

    private long existing(Request request) {
        long id = Parameters.number("groupId", request.segment(2));
        if (!platform.groups().directory().has(id)) {
            throw Refusals.notFound("contactGroup", id);
        }
        return id;
    }
}
