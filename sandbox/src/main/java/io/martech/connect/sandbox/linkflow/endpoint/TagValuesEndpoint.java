package io.martech.connect.sandbox.linkflow.endpoint;

import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import io.martech.connect.sandbox.linkflow.tag.TagActions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code POST /v1/tags/value}: sets and deletes tag values of one person. All actions are applied or none: too many (400 B00031), a
 * person whom nobody knows (400 B01376). Actions on tags that are not of type UPLOAD are ignored in silence.
 */
public final class TagValuesEndpoint implements Endpoint {

    private final LinkflowPlatform platform;

    public TagValuesEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && request.path().equals("/v1/tags/value");
    }

    @Override
    public Traffic traffic() {
        return Traffic.WRITE;
    }

    @Override
    public String countedAs(Request request) {
        return "tags.value";
    }

    @Override
    public List<String> persons(Request request) {
        try {
            return List.of(TagActions.identityOf(Json.parse(request.body())).key());
        } catch (PlatformRefusal unreadable) {
            return List.of();
        }
    }

    @Override
    public Response answer(Request request) {
        TagActions actions = TagActions.of(request.body());
        if (actions.actions().size() > platform.quirks().tags.mostActions.get()) {
            throw new PlatformRefusal(400, "B00031", "列表超过最大数量");
        }
        long contactId = platform.contacts()
                .with(actions.identity())
                .orElseThrow(() -> new PlatformRefusal(400, "B01376", "身份不存在"));
        platform.tags().apply(actions, contactId);
        String answer = platform.quirks().writeAnswer.get();
        return answer.isEmpty() ? Response.empty(200) : Response.json(200, answer.getBytes(StandardCharsets.UTF_8));
    }
}
