package io.martech.connect.sink.linkflow.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import io.martech.connect.sink.record.IdText;

/**
 * One identity by which the platform knows a contact.
 *
 * @param type in the user's spelling: the document itself spells types in several ways, so they are sent verbatim
 * @param id the value in the record
 */
public record Identity(String type, String id) {

    /**
     * Equal for all documented spellings of a type (phone and mobilePhone, unionId and unionid), and for ids that
     * differ only in case or surrounding blanks, which the platform may resolve to one contact.
     */
    public Object conflictKey() {
        String spelling = IdText.folded(type);
        return new Identity(spelling.equals("phone") ? "mobilephone" : spelling, IdText.folded(id));
    }

    public ObjectNode toJson() {
        return Json.object().put("id", id).put("type", type);
    }

    /** Without the id, which is personal data. */
    @Override
    public String toString() {
        return "Identity[" + type + "]";
    }
}
