package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import java.util.List;
import java.util.Set;

/**
 * A lead as it stands.
 *
 * @param createdSecond epoch seconds; never changes
 * @param listIds the lists that it stands in, at least one
 */
record Lead(
        long id,
        long createdSecond,
        Set<String> listIds,
        List<String> names,
        List<String> mobiles,
        List<String> emails) {

    private static final String NONE = "0";

    /** As the later revision documents it: everything is a text, several values stand between commas, "0" is none. */
    ObjectNode render() {
        ObjectNode lead = JsonText.object();
        lead.put("c_id", Long.toString(id));
        lead.put("name", joined(names));
        lead.put("mobile", joined(mobiles));
        lead.put("email", joined(emails));
        return lead;
    }

    Lead withContent(List<String> otherNames, List<String> otherMobiles, List<String> otherEmails) {
        return new Lead(id, createdSecond, listIds, otherNames, otherMobiles, otherEmails);
    }

    Lead inLists(Set<String> others) {
        return new Lead(id, createdSecond, Set.copyOf(others), names, mobiles, emails);
    }

    private static String joined(List<String> values) {
        return values.isEmpty() ? NONE : "," + String.join(",", values) + ",";
    }
}
