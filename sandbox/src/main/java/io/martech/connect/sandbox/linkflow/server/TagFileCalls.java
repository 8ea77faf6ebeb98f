package io.martech.connect.sandbox.linkflow.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.http.ApiEndpoint;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.MultipartFile;
import io.martech.connect.sandbox.http.Request;
import io.martech.connect.sandbox.http.Response;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import io.martech.connect.sandbox.linkflow.tag.LinkflowTagExports;
import io.martech.connect.sandbox.linkflow.tag.ReceivedTagFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The calls that take and give files of tag values, and the files themselves. */
final class TagFileCalls {
    private final LinkflowPlatform platform;

    TagFileCalls(LinkflowPlatform platform) {
        this.platform = platform;
    }

    List<ApiEndpoint> all() {
        return List.of(
                ApiEndpoint.writing(
                                "POST",
                                "/v1/tags/tagkeys/[^/]+/upload/file/operates/[^/]+",
                                "tags.upload",
                                this::upload)
                        .about(this::persons),
                ApiEndpoint.writing("POST", "/v1/tags/tagkeys/[^/]+/calculate", "tags.calculate", this::calculate)
                        .about(request -> List.of("tag:" + request.segment(3))),
                // Asking for a file changes nothing that anybody else sees.
                ApiEndpoint.reading("POST", "/v1/tags/tagkeys/[^/]+/export", "tags.export.begin", this::begin),
                ApiEndpoint.reading("GET", "/v1/tags/tagkeys/export/\\d+", "tags.export.look", this::look),
                ApiEndpoint.reading("GET", LinkflowTagExports.FILES + "\\d+\\.csv", "tags.export.file", this::file));
    }

    private List<String> persons(Request request) {
        String tagKey = request.segment(3);
        List<String> persons = new ArrayList<>();
        MultipartFile.of(request, "file")
                .ifPresent(file -> persons.addAll(platform.tagFiles().persons(tagKey, file.content())));
        persons.add("tag:" + tagKey);
        return persons;
    }

    /**
     * 上传用户标签值文件: a file of at most 100 MB (500 B01163) for a tag that exists (500 B01162), added to the files before, or instead of
     * them.
     */
    private Response upload(Request request) {
        String tagKey = request.segment(3);
        String operate = request.segment(7);
        if (!operate.equals("append") && !operate.equals("overwrite")) {
            throw Refusals.illegalParameter("operate [" + operate + "]");
        }
        MultipartFile file = MultipartFile.of(request, "file").orElseThrow(() -> Refusals.illegalParameter("file"));
        platform.tagFiles()
                .upload(new ReceivedTagFile(tagKey, operate, file.fileName(), file.contentType(), file.content()));
        return JsonText.answer(JsonText.object()
                .put("tagKey", tagKey)
                .put("fileName", file.fileName())
                .put("ossUrl", "https://oss.example.com/1/tag/upload/tmp/" + tagKey));
    }

    /**
     * 发起计算用户标签值任务: begins a calculation and answers nothing; no call tells how it goes on. One at a time (500 B01152), of a tag
     * that is in use (500 B01165).
     */
    private Response calculate(Request request) {
        platform.tagFiles().calculate(request.segment(3));
        return Response.empty(200);
    }

    /** 生成用户标签值文件. */
    private Response begin(Request request) {
        JsonNode body = Parameters.json(request);
        String identityType = body.path("identityType").asText("");
        boolean hasChannel = !body.path("channelId").asText("").isEmpty();
        if (identityType.isEmpty() || (identityType.equals("externalId") && !hasChannel)) {
            throw Refusals.of(500, "B00002", "必填参数为空");
        }
        return JsonText.answer(platform.tagExports().begin(request.segment(3)));
    }

    /** 获取用户标签值文件下载地址. */
    private Response look(Request request) {
        long id = Parameters.number("id", request.segment(4));
        return JsonText.answer(platform.tagExports()
                .look(id, request.header("Host").orElseThrow())
                .orElseThrow(() -> Refusals.notFound("task", id)));
    }

    private Response file(Request request) {
        long id = Parameters.number("id", request.segment(2).replace(".csv", ""));
        byte[] content = platform.tagExports().file(id).orElseThrow(() -> Refusals.notFound("file", id));
        return new Response(200, Map.of("Content-Type", "text/csv"), content);
    }
}
