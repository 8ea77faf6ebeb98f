package io.martech.connect.sink.linkflow.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * A tag as the platform lists it.
 *
 * @param id identifies the tag when values are written
 * @param key the key that users configure
 * @param dataType text, number, array, datetime, boolean, or an undocumented type
 * @param type UPLOAD, or one of the types whose values the platform computes
 */
public record Tag(long id, String key, String dataType, String type) {

    public static final String UPLOAD = "UPLOAD";

    private static final Pattern VALID_KEY = Pattern.compile("tag_[a-z0-9_]+");

    /**
     * Parses a row of "获取用户标签元数据列表".
     *
     * @throws ConnectException if the row is not a tag: treating it as a missing one would reject valid records
     */
    static Tag listed(JsonNode row) {
        return of(row, row.path("tagType").asText());
    }

    /** Parses the response of "创建用户标签元数据", which omits the type. */
    static Tag created(JsonNode answer) {
        return of(answer, UPLOAD);
    }

    /** Whether the platform accepts this key for a new tag. */
    public static boolean isValidKey(String key) {
        return VALID_KEY.matcher(key).matches();
    }

    /** Whether written values have an effect: the platform silently ignores them for other types. */
    public boolean takesValues() {
        return type.equals(UPLOAD);
    }

    private static Tag of(JsonNode row, String type) {
        JsonNode id = row.path("tagId");
        JsonNode key = row.path("tagKey");
        if (!id.isIntegralNumber() || !key.isTextual()) {
            throw new ConnectException(
                    "Linkflow described a tag without a numeric tagId or without a tagKey, so the tags are"
                            + " not known. The task stops; nothing is lost. Restart it, and if that does not help, check linkflow.url.");
        }
        return new Tag(id.longValue(), key.textValue(), row.path("dataType").asText(), type);
    }
}
