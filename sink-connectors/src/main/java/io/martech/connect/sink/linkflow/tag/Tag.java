package io.martech.connect.sink.linkflow.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * A tag as the platform lists it.
 *
 * @param id by which values are written
 * @param key by which users name it
 * @param dataType text, number, array, datetime, boolean, or what no document names
 * @param type UPLOAD, or one of the types whose values the platform computes
 */
public record Tag(long id, String key, String dataType, String type) {

    public static final String UPLOAD = "UPLOAD";

    private static final Pattern VALID_KEY = Pattern.compile("tag_[a-z0-9_]+");

    /**
     * Reads a row of "获取用户标签元数据列表".
     *
     * @throws ConnectException if it is no tag: to take it for a missing one would reject good records
     */
    static Tag listed(JsonNode row) {
        return of(row, row.path("tagType").asText());
    }

    /** Reads the answer of "创建用户标签元数据", which leaves the type out. */
    static Tag created(JsonNode answer) {
        return of(answer, UPLOAD);
    }

    /** Whether the platform would create a tag with this key. */
    public static boolean isValidKey(String key) {
        return VALID_KEY.matcher(key).matches();
    }

    /** Whether values that are sent have an effect: the platform ignores them for other types without an error. */
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
