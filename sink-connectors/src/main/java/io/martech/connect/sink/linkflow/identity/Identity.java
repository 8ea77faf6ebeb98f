package io.martech.connect.sink.linkflow.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.Json;
import io.martech.connect.sink.record.IdText;

/**
 * One of the names by which the platform knows a person.
 *
 * @param type as the user spells it: the document itself spells types in more than one way, so they are passed on verbatim
 * @param id the name, as the record has it
 */
public record Identity(String type, String id) {

    /**
     * The same for every spelling of a type that the document has (phone and mobilePhone, unionId and unionid), and of ids that
     * differ by case or surrounding blanks only, which the platform may take for one person.
     */
    public Object conflictKey() {
        String spelling = IdText.folded(type);
        return new Identity(spelling.equals("phone") ? "mobilephone" : spelling, IdText.folded(id));
    }

    public ObjectNode toJson() {
        return Json.object().put("id", id).put("type", type);
    }

    /** Without the id, which is a personal datum. */
    @Override
    public String toString() {
        return "Identity[" + type + "]";
    }
}
