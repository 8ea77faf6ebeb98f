package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET /open/groups/{groupId}/contacts}: members above a {@code memberId}, ascending; at most 500 (400 B00031) of a group that
 * exists (404 B00008).
 */
public final class GroupMembersEndpoint implements Endpoint {

    private static final Pattern PATH = Pattern.compile("/open/groups/(\\d+)/contacts");
    private static final int LARGEST_PAGE = 500;

    private final LinkflowPlatform platform;

    public GroupMembersEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("GET") && PATH.matcher(request.path()).matches();
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "groups.members";
    }

    @Override
    public Response answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        path.matches();
        long groupId = Parameters.number("groupId", path.group(1));
        long memberId = Parameters.number(request, "memberId", 0);
        long size = Parameters.number(request, "size", LARGEST_PAGE);
        if (size > LARGEST_PAGE) {
            throw new PlatformRefusal(400, "B00031", "size超过最大数量");
        }
        if (!platform.groups().directory().has(groupId)) {
            throw new PlatformRefusal(404, "B00008", "No [contactGroup] found with id [" + groupId + "]");
        }
        return Answers.json(platform.groups().membersAfter(groupId, memberId, (int) size));
    }
}
