package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import io.martech.connect.sandbox.linkflow.tag.Tag;
import io.martech.connect.sandbox.linkflow.tag.TagActions;
import io.martech.connect.sandbox.linkflow.tag.TagDataType;
import java.util.List;

/** The calls below {@code /v1/tags} that concern tags and values of single persons. */
final class TagCalls {
    private static final String TAGS = "/v1/tags";
    private static final int LARGEST_PAGE = 200;

    private final LinkflowPlatform platform;

    TagCalls(LinkflowPlatform platform) {
        this.platform = platform;
    }

    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.reading("GET", TAGS, "tags.list", this::list),
                ApiEndpoint.writing("POST", TAGS, "tags.create", this::create),
                ApiEndpoint.writing("POST", "/v1/tags/value", "tags.value", this::writeValues)
                        .about(request -> List.of(
                                TagActions.identityOf(Parameters.json(request)).key())));
    }

    /** Tags by ascending id, pages from 0, at most 200 each (else 500 B00010). */
    private Response list(Request request) {
        long page = Parameters.requiredNumber(request, "page");
        long size = Parameters.requiredNumber(request, "size");
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw Refusals.illegalParameter("page [" + page + "], size [" + size + "]");
        }
        int served = (int) Math.min(size, platform.quirks().tags.largestPage.get());
        PlatformTime time = platform.quirks().time();
        ArrayNode rows = JsonText.array();
        Answers.page(platform.tags().listed(), page, served).forEach(tag -> rows.add(tag.render(time)));
        return JsonText.answer(rows);
    }

    /** Creates a tag of type UPLOAD. */
    private Response create(Request request) {
        JsonNode body = Parameters.json(request);
        String key = required(body, "tagKey");
        String name = required(body, "tagName");
        String dataType = required(body, "dataType");
        String type = required(body, "tagType");
        String identityType = required(body, "identityType");
        if (TagDataType.named(dataType).isEmpty() || !type.equals(Tag.UPLOAD)) {
            throw Refusals.illegalParameter("dataType [" + dataType + "], tagType [" + type + "]");
        }
        if (!key.matches("tag_[a-z0-9_]+")) {
            throw Refusals.of(500, "B01157", "key不符合tag_开头,只包含:小写字母、数字、下划线");
        }
        if (identityType.equals("externalId")) {
            checkChannel(required(body, "channelId"));
        }
        Tag tag = platform.tags().create(key, name, dataType, type, identityType);
        return JsonText.answer(tag.renderCreated(platform.quirks().time()));
    }

    private void checkChannel(String id) {
        if (platform.channelIds().values().stream().map(String::valueOf).noneMatch(id::equals)) {
            throw Refusals.of(500, "B00159", "channelId不存在");
        }
    }

    /** The example writes the number of a channel as a text, the table calls it one: both are read. */
    private static String required(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
            throw Refusals.missingParameter(name);
        }
        return value.asText();
    }

    /**
     * Sets and deletes tag values of one person. All actions are applied or none: too many (400 B00031), a person whom nobody knows (400
     * B01376). Actions on tags that are not of type UPLOAD are ignored in silence.
     */
    private Response writeValues(Request request) {
        TagActions actions = TagActions.of(Parameters.json(request));
        if (actions.actions().size() > platform.quirks().tags.mostActions.get()) {
            throw Refusals.of(400, "B00031", "列表超过最大数量");
        }
        long contactId =
                platform.contacts().with(actions.identity()).orElseThrow(() -> Refusals.of(400, "B01376", "身份不存在"));
        platform.tags().apply(actions, contactId);
        return Answers.written(platform.quirks());
    }
}
