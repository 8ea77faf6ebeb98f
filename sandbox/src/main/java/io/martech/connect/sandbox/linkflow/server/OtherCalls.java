package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.message.MessageRequest;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.util.List;
import java.util.Optional;

/** Messages, rows of dimension tables, and the small lists. */
final class OtherCalls {
    private final LinkflowPlatform platform;

    OtherCalls(LinkflowPlatform platform) {
        this.platform = platform;
    }

    /** The document names two paths for messages with orders; the second takes nothing else. */
    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.writing("POST", "/open/messages", "messages", request -> apply(request, false))
                        .about(OtherCalls::persons),
                ApiEndpoint.writing("POST", "/open/messages/orders", "messages.orders", request -> apply(request, true))
                        .about(OtherCalls::persons),
                ApiEndpoint.writing("POST", "/open/dim/[^/]+/data", "dim.data", this::upload)
                        .about(request -> platform.dimensions().keysOf(request.segment(2), Parameters.json(request))),
                ApiEndpoint.reading(
                        "GET",
                        "/open/folders",
                        "folders",
                        request -> JsonText.answer(platform.folders().rows())),
                ApiEndpoint.reading("GET", "/open/workwechat/[^/]+/qrcodes", "qrcodes", this::qrCodes),
                ApiEndpoint.reading(
                        "GET",
                        "/open/report/\\d+",
                        "reports",
                        request -> one(request, id -> platform.reports().ask(id))),
                ApiEndpoint.reading(
                        "GET",
                        "/open/dashboard/\\d+/summary",
                        "dashboards",
                        request -> one(
                                request,
                                id -> Optional.ofNullable(
                                        platform.reports().dashboards().get(id)))));
    }

    private static List<String> persons(Request request) {
        return MessageRequest.identitiesOf(Parameters.json(request)).stream()
                .map(Identity::key)
                .toList();
    }

    private Response apply(Request request, boolean takesOrdersOnly) {
        platform.messages()
                .apply(
                        request.path(),
                        takesOrdersOnly,
                        MessageRequest.of(Parameters.json(request)),
                        platform.conditions().clock().instant());
        return Answers.written(platform.quirks());
    }

    /** 维度表数据上传: a list of rows for the table with that alias; all or none. */
    private Response upload(Request request) {
        platform.dimensions().upload(request.segment(2), Parameters.list(request, "rows"));
        return Answers.written(platform.quirks());
    }

    /** All codes of a channel that exists (500 B00022). */
    private Response qrCodes(Request request) {
        return JsonText.answer(platform.qrCodes()
                .find(request.segment(2))
                .orElseThrow(() -> Refusals.of(500, "B00022", "渠道不存在"))
                .rows());
    }

    private interface Lookup {
        Optional<JsonNode> find(long id);
    }

    private static Response one(Request request, Lookup things) {
        long id = Parameters.number("id", request.segment(2));
        return JsonText.answer(things.find(id).orElseThrow(() -> Refusals.notFound("id", id)));
    }
}
