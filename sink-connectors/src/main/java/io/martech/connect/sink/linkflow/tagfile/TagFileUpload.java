package io.martech.connect.sink.linkflow.tagfile;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.FilePart;
import io.martech.connect.client.PlatformClient;
import java.util.List;
import java.util.UUID;

/**
 * {@code POST /v1/tags/tagkeys/{tagKey}/upload/file/operates/{operate}} of "上传用户标签值文件": one file for one tag, of at
 * most 100 MB (B01163). The format of the file is undocumented.
 */
public final class TagFileUpload {

    static final String UNKNOWN_TAG = "B01162";
    static final String REFUSED = "B00010";

    private static final String PART = "file";
    private static final Expectation TAKEN =
            Expectation.object().rejecting(REFUSED, UNKNOWN_TAG).splitting("B01163");

    private final TagFileFormat format;
    private final String fileName;
    private final String contentType;
    private final String operate;

    /**
     * @param fileName may contain {@code {tag}} and {@code {id}}, which are replaced by the tag's key and an id of the
     *     content
     */
    public TagFileUpload(TagFileFormat format, String fileName, String contentType, String operate) {
        this.format = format;
        this.fileName = fileName;
        this.contentType = contentType;
        this.operate = operate;
    }

    /**
     * Sends the lines of one tag.
     *
     * @throws io.martech.connect.client.PlatformException if they are rejected: REJECT or SPLIT, or STOP
     */
    void send(String tagKey, List<TagLine> lines, PlatformClient client) {
        byte[] content = format.of(lines);
        // Equal content has an equal name, so that a file that is sent again can be recognised.
        String name = fileName.replace(TagFileOptions.NAME_OF_TAG, tagKey)
                .replace(
                        TagFileOptions.ID_OF_CONTENT,
                        UUID.nameUUIDFromBytes(content).toString());
        client.execute(ApiRequest.upload(
                        "tag values",
                        "/v1/tags/tagkeys/" + tagKey + "/upload/file/operates/" + operate,
                        new FilePart(PART, name, contentType, content))
                .expecting(TAKEN));
    }
}
