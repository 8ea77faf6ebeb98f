package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.message.MessageRequest;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code POST /open/messages} for contacts, events and orders, and {@code POST /open/messages/orders} for orders only: the document
 * names both for orders.
 */
public final class MessagesEndpoint implements Endpoint {

    private final LinkflowPlatform platform;
    private final String path;
    private final String name;
    private final boolean takesOrdersOnly;

    private MessagesEndpoint(LinkflowPlatform platform, String path, String name, boolean takesOrdersOnly) {
        this.platform = platform;
        this.path = path;
        this.name = name;
        this.takesOrdersOnly = takesOrdersOnly;
    }

    public static MessagesEndpoint ofEveryDomain(LinkflowPlatform platform) {
        return new MessagesEndpoint(platform, "/open/messages", "messages", false);
    }

    public static MessagesEndpoint ofOrders(LinkflowPlatform platform) {
        return new MessagesEndpoint(platform, "/open/messages/orders", "messages.orders", true);
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && request.path().equals(path);
    }

    @Override
    public Traffic traffic() {
        return Traffic.WRITE;
    }

    @Override
    public String countedAs(Request request) {
        return name;
    }

    @Override
    public List<String> persons(Request request) {
        try {
            JsonNode root = Json.parse(request.body());
            return MessageRequest.identitiesOf(root).stream().map(Identity::key).toList();
        } catch (PlatformRefusal unreadable) {
            return List.of();
        }
    }

    @Override
    public Response answer(Request request) {
        platform.messages()
                .apply(
                        path,
                        takesOrdersOnly,
                        MessageRequest.of(request.body()),
                        platform.clock().instant());
        String answer = platform.quirks().writeAnswer.get();
        return answer.isEmpty() ? Response.empty(200) : Response.json(200, answer.getBytes(StandardCharsets.UTF_8));
    }
}
