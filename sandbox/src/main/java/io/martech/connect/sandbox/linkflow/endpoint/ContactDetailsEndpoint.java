package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import java.util.Arrays;
import java.util.List;

/**
 * {@code GET /open/contacts_bulk}: the contacts with the {@code ids} given. Ids beyond the hundredth are silently ignored, ids
 * that do not exist are left out, {@code openIds} come only with {@code needOpenId=1}.
 */
public final class ContactDetailsEndpoint implements Endpoint {

    private static final int MOST_IDS = 100;

    private final LinkflowPlatform platform;

    public ContactDetailsEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return Parameters.isGet(request, "/open/contacts_bulk");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "contacts.details";
    }

    @Override
    public Response answer(Request request) {
        List<Long> ids = Arrays.stream(Parameters.required(request, "ids").split(","))
                .limit(MOST_IDS)
                .map(text -> Parameters.number("ids", text))
                .toList();
        boolean withOpenIds =
                request.parameter("needOpenId").filter("1"::equals).isPresent();
        PlatformTime time = platform.quirks().time();
        return Answers.rows(
                platform.contacts().store().table().visible(ids), row -> detailForm(row.render(time), withOpenIds));
    }

    private static ObjectNode detailForm(ObjectNode contact, boolean withOpenIds) {
        return withOpenIds ? contact : contact.remove(List.of("openIds"));
    }
}
