package io.martech.connect.sandbox.m1world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.RequestFields;
import io.martech.connect.sandbox.m1world.account.Account;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The calls below {@code /edm}: e-mail tasks and their events. */
final class MailCalls {

    private final M1worldPlatform platform;
    private final Account account;
    private final CallParameters parameters;

    MailCalls(M1worldPlatform platform) {
        this.platform = platform;
        this.account = platform.account();
        this.parameters = new CallParameters(platform.quirks(), platform.refusals());
    }

    List<ApiEndpoint> all() {
        Call call = new Call(platform);
        return List.of(
                call.reading("GET", "/edm/tasks", this::tasks), call.reading("GET", "/edm/task/detail", this::events));
    }

    private Object tasks(RequestFields fields) {
        ArrayNode list = JsonText.array();
        account.campaigns
                .tasks(platform.quirks().tasksBySendTime.get(), parameters.span(fields))
                .forEach(list::add);
        return list;
    }

    private Object events(RequestFields fields) {
        long id = parameters.number(fields, "id");
        long type = parameters.number(fields, "type");
        if (!account.campaigns.hasTask(id) || type < 0 || type > 6) {
            throw platform.refusals().parameter("id, type");
        }
        List<ObjectNode> events = new ArrayList<>(account.campaigns.events(id, type, parameters.span(fields)));
        if (!platform.quirks().newestEventFirst.get()) {
            Collections.reverse(events);
        }
        if (platform.quirks().replicasOrderTiesDifferently.get() && parameters.number(fields, "page") % 2 == 0) {
            Collections.reverse(events);
            events.sort(Comparator.comparing(event -> event.path("eventdate").asText()));
            if (platform.quirks().newestEventFirst.get()) {
                Collections.reverse(events);
            }
        }
        ObjectNode data = JsonText.object();
        data.put("total_count", events.size());
        ArrayNode detail = data.putArray("detail");
        parameters
                .page(fields, events, platform.quirks().largestEventPage.get())
                .forEach(detail::add);
        return data;
    }
}
