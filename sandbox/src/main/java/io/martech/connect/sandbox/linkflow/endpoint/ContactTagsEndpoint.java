package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.ContactSides;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;

/** {@code POST /open/contacts/tags}: the tag values of the contact with an identity (400 B01376 if there is none). */
public final class ContactTagsEndpoint implements Endpoint {

    private final LinkflowPlatform platform;
    private final ContactSides sides;

    public ContactTagsEndpoint(LinkflowPlatform platform, ContactSides sides) {
        this.platform = platform;
        this.sides = sides;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && request.path().equals("/open/contacts/tags");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "contacts.tags";
    }

    @Override
    public Response answer(Request request) {
        JsonNode body = Json.parse(request.body());
        Identity identity =
                new Identity(body.path("type").asText(), body.path("id").asText());
        long contact =
                platform.contacts().with(identity).orElseThrow(() -> new PlatformRefusal(400, "B01376", "身份不存在"));
        return Answers.json(sides.tags(contact));
    }
}
