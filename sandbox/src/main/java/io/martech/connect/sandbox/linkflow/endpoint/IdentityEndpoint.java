package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Identity;

/** {@code GET /open/identity/contact}: the id of the contact with an identity, or {@code null}. */
public final class IdentityEndpoint implements Endpoint {

    private final LinkflowPlatform platform;

    public IdentityEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return Parameters.isGet(request, "/open/identity/contact");
    }

    @Override
    public Traffic traffic() {
        return Traffic.READ;
    }

    @Override
    public String countedAs(Request request) {
        return "identity";
    }

    @Override
    public Response answer(Request request) {
        Identity identity = new Identity(Parameters.required(request, "idType"), Parameters.required(request, "id"));
        return Answers.json(platform.contacts().with(identity).orElse(null));
    }
}
