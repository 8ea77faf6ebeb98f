package io.martech.connect.sandbox.linkflow.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.http.Traffic;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Json;
import io.martech.connect.sandbox.linkflow.model.PlatformRefusal;
import io.martech.connect.sandbox.linkflow.tag.Tag;
import io.martech.connect.sandbox.linkflow.tag.TagDataType;

/** {@code POST /v1/tags}: creates a tag of type UPLOAD. */
public final class TagCreationEndpoint implements Endpoint {

    private final LinkflowPlatform platform;

    public TagCreationEndpoint(LinkflowPlatform platform) {
        this.platform = platform;
    }

    @Override
    public boolean matches(Request request) {
        return request.method().equals("POST") && request.path().equals("/v1/tags");
    }

    @Override
    public Traffic traffic() {
        return Traffic.WRITE;
    }

    @Override
    public String countedAs(Request request) {
        return "tags.create";
    }

    @Override
    public Response answer(Request request) {
        JsonNode body = Json.parse(request.body());
        String key = required(body, "tagKey");
        String name = required(body, "tagName");
        String dataType = required(body, "dataType");
        String type = required(body, "tagType");
        String identityType = required(body, "identityType");
        if (TagDataType.named(dataType).isEmpty() || !type.equals(Tag.UPLOAD)) {
            throw PlatformRefusal.illegalParameter("dataType [" + dataType + "], tagType [" + type + "]");
        }
        if (!key.matches("tag_[a-z0-9_]+")) {
            throw new PlatformRefusal(500, "B01157", "key不符合tag_开头,只包含:小写字母、数字、下划线");
        }
        if (identityType.equals("externalId")) {
            checkChannel(required(body, "channelId"));
        }
        Tag tag = platform.tags().create(key, name, dataType, type, identityType);
        return Answers.json(tag.renderCreated(platform.quirks().time()));
    }

    private void checkChannel(String id) {
        if (!platform.channelIds().values().stream()
                .map(String::valueOf)
                .toList()
                .contains(id)) {
            throw new PlatformRefusal(500, "B00159", "channelId不存在");
        }
    }

    /** The example writes the number of a channel as a text, the table calls it one: both are read. */
    private static String required(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
            throw PlatformRefusal.missingParameter(name);
        }
        return value.asText();
    }
}
