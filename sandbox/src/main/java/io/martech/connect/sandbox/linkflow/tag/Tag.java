package io.martech.connect.sandbox.linkflow.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import java.time.Instant;

/**
 * A tag's metadata.
 *
 * @param dataType text, number, array, datetime or boolean
 * @param type UPLOAD, or one of the types whose values the platform computes
 * @param identityType null for tags that no client created
 * @param calculated when its values were last calculated; null for never
 */
public record Tag(
        long id,
        String key,
        String name,
        String dataType,
        String type,
        String identityType,
        Instant created,
        Instant calculated) {

    public static final String UPLOAD = "UPLOAD";

    /** What creating it is answered. */
    public ObjectNode renderCreated(PlatformTime time) {
        ObjectNode tag = JsonText.object();
        tag.put("tagId", id);
        tag.put("tagKey", key);
        tag.put("tagName", name);
        tag.put("dataType", dataType);
        tag.put("status", "ACTIVE");
        tag.put("dateCreated", time.format(created));
        tag.put("lastUpdated", time.format(created));
        return tag;
    }

    /** How the list shows it. */
    public ObjectNode render(PlatformTime time) {
        ObjectNode tag = renderCreated(time);
        tag.put("tagType", type);
        tag.put("folderId", 56);
        if (calculated != null) {
            tag.put("lastCalculateTime", time.format(calculated));
        }
        return tag;
    }

    /** The same tag under another name. */
    Tag named(String newName) {
        return new Tag(id, key, newName, dataType, type, identityType, created, calculated);
    }

    /** The same tag, its values calculated anew. */
    Tag calculatedAt(Instant time) {
        return new Tag(id, key, name, dataType, type, identityType, created, time);
    }

    boolean takesUploads() {
        return type.equals(UPLOAD);
    }
}
