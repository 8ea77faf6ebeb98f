package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.client.TextFile;
import io.martech.connect.client.TextForm;
import io.martech.connect.client.TextLines;
import io.martech.connect.schema.linkflow.LinkflowLists;
import io.martech.connect.source.chunk.PlatformTime;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.reader.export.ExportFeed;
import io.martech.connect.source.reader.export.ExportReader;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Files with all contacts' values of a tag: {@code POST /v1/tags/tagkeys/{tagKey}/export}, chapter 生成用户标签值文件, and
 * {@code GET /v1/tags/tagkeys/export/{taskId}}, chapter 获取用户标签值文件下载地址. Undocumented: how a failure is reported,
 * whether {@code fileUrl} is a complete URL, the format of the file, and the response for an export that no longer
 * exists. So statuses and codes are configurable, an export with an unknown status is polled again, and the lines are
 * emitted unparsed.
 *
 * @param channelId only for the identity type externalId, otherwise empty
 */
record TagExportsFeed(
        RequestCounter client,
        List<String> tagKeys,
        String identityType,
        String channelId,
        List<String> finished,
        List<String> failed,
        List<String> forgotten,
        TextForm form)
        implements ExportFeed {

    static final String NAME = "tag-value-lines";

    /** The field that identifies a tag in the source partition. */
    static final String SLICE = "tag";

    private static final String ADVICE =
            " If the code means that the export no longer exists, add it to " + TagExportOptions.FORGOTTEN_CODES + ".";

    /** The platform's message may be long. */
    private static final int LONGEST_QUOTE = 200;

    /** Creates the resource of lines of exported files. */
    static Resource open(SourceContext<LinkflowSourceOptions> context) {
        LinkflowSourceOptions options = context.options();
        RequestCounter requests = new RequestCounter(context.client());
        Reader reader = new ExportReader(
                of(requests, options),
                context.slicesOf(NAME),
                context.client().serverClock(),
                options.zone(),
                TagExportOptions.settingsIn(options));
        return context.resource(
                NAME, reader, LinkflowLists.TAG_VALUE_LINE.in(options.handling()), requests, requests::warnings);
    }

    static TagExportsFeed of(RequestCounter client, LinkflowSourceOptions config) {
        return new TagExportsFeed(
                client,
                config.getList(TagExportOptions.TAG_KEYS),
                config.getString(TagExportOptions.IDENTITY_TYPE),
                config.getString(TagExportOptions.CHANNEL_ID),
                config.getList(TagExportOptions.FINISHED_STATUSES),
                config.getList(TagExportOptions.FAILED_STATUSES),
                config.getList(TagExportOptions.FORGOTTEN_CODES),
                TagExportOptions.formIn(config));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Slice> slices() {
        return tagKeys.stream().distinct().map(key -> new Slice(SLICE, key)).toList();
    }

    @Override
    public String begin(Slice tag) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("identityType", identityType);
        if (!channelId.isEmpty()) {
            body.put("channelId", channelId);
        }
        JsonNode answer = client.body(ApiRequest.post(NAME, "/v1/tags/tagkeys/" + tag.value() + "/export", body)
                .expecting(Expectation.object()
                        .rejecting("B00002", "B00010", "B01162", "B00159")
                        .namedBy(TagExportOptions.TAG_KEYS + ", " + TagExportOptions.IDENTITY_TYPE + " or "
                                + TagExportOptions.CHANNEL_ID)));
        return String.valueOf(RowIds.idOf(answer.path("taskId"), NAME));
    }

    @Override
    public Export status(String task) {
        ApiRequest request = ApiRequest.get(NAME, "/v1/tags/tagkeys/export/" + task)
                .expecting(Expectation.object().rejecting(forgotten.toArray(String[]::new)));
        try {
            return exportIn(client.body(request));
        } catch (PlatformException e) {
            if (e.category() == Category.REJECT) {
                return new Export(Export.State.FORGOTTEN, null, "code " + e.code());
            }
            throw e.code() == null ? e : new ConnectException(e.getMessage() + ADVICE, e);
        }
    }

    private Export exportIn(JsonNode answer) {
        String status = answer.path("status").asText();
        String file = answer.path("fileUrl").asText("");
        return new Export(stateOf(status, file), file, saidIn(answer, status, file));
    }

    /** An export is not finished before it has a file. */
    private Export.State stateOf(String status, String file) {
        if (failed.contains(status)) {
            return Export.State.FAILED;
        }
        return finished.contains(status) && !file.isEmpty() ? Export.State.FINISHED : Export.State.RUNNING;
    }

    private static String saidIn(JsonNode answer, String status, String file) {
        String message = answer.path("errorMsg").asText("");
        String quote = message.length() > LONGEST_QUOTE ? message.substring(0, LONGEST_QUOTE) + "…" : message;
        return "status '" + status + "'" + (file.isEmpty() ? " without a file" : "")
                + (quote.isEmpty() ? "" : " and '" + quote + "'");
    }

    @Override
    public TextLines open(Export export, long linesReadBefore) {
        return client.open(new TextFile(NAME, export.file(), form), linesReadBefore);
    }

    @Override
    public JsonNode row(Slice tag, String task, long line, String text, LocalDateTime startedAt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("tagKey", tag.value())
                .put("taskId", Long.parseLong(task))
                .put("line", line)
                .put("text", text)
                .put("startedAt", startedAt == null ? null : PlatformTime.format(startedAt));
    }
}
