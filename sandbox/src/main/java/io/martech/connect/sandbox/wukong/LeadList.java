package io.martech.connect.sandbox.wukong;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;

/**
 * A list of leads.
 *
 * @param uid the Wukong user whom it belongs to
 * @param createdSecond epoch seconds
 */
record LeadList(String id, String title, String uid, long createdSecond) {

    /** As the later revision documents it: everything is a text. */
    ObjectNode render() {
        ObjectNode list = JsonText.object();
        list.put("id", id);
        list.put("title", title);
        list.put("uid", uid);
        list.put("create_time", Long.toString(createdSecond));
        return list;
    }
}
