package io.martech.connect.sandbox.linkflow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import java.util.Map;

/**
 * Content that somebody wrote, as opposed to generated content. Id, times and version are put in when it is read.
 *
 * @param fields the row's fields; never changed once stored here
 */
public record StoredContent(ObjectNode fields) implements Content {

    @Override
    public ObjectNode render(Row row, PlatformTime time) {
        ObjectNode whole = JsonText.object();
        RowHeader.write(whole, row, time);
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (!RowHeader.owns(field.getKey())) {
                whole.set(field.getKey(), field.getValue().deepCopy());
            }
        }
        return whole;
    }

    @Override
    public Content changed(long seed) {
        ObjectNode copy = fields.deepCopy();
        copy.withObjectProperty("props").put("changed", seed);
        return new StoredContent(copy);
    }
}
