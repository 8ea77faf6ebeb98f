package io.martech.connect.sandbox.wukong;

import io.martech.connect.sandbox.http.RequestFields;
import java.util.Set;
import java.util.TreeSet;

/** What a client with a valid access token gets to see. */
final class Access {

    private final WukongPlatform platform;

    Access(WukongPlatform platform) {
        this.platform = platform;
    }

    /** @throws io.martech.connect.sandbox.http.ApiRefusal when the {@code access_token} is not valid */
    void check(RequestFields fields) {
        if (fields.get("access_token").filter(platform.tokens()::accepts).isEmpty()) {
            throw Answers.refusal(
                    platform.quirks(), platform.quirks().tokenRefusalCode.get(), "access_token无效或已过期");
        }
    }

    /** The lists that the filters {@code wk_uid} (one) and {@code list_id} (several joined by commas) leave. */
    Set<String> listsAskedFor(RequestFields fields) {
        Set<String> ids = platform.leads().listIds(list -> true);
        if (fields.has("wk_uid")) {
            String uid = fields.get("wk_uid").orElseThrow();
            ids = found(
                    "wk_uid", uid, platform.leads().listIds(list -> list.uid().equals(uid)));
        }
        if (fields.has("list_id") && platform.quirks().knows(WukongRevision.V2)) {
            Set<String> asked = new TreeSet<>();
            for (String id : fields.get("list_id").orElseThrow().split(",")) {
                asked.addAll(found("list_id", id, platform.leads().listIds(list -> list.id()
                        .equals(id))));
            }
            ids.retainAll(asked);
        }
        return ids;
    }

    /** @throws io.martech.connect.sandbox.http.ApiRefusal when the user is not bound to the account */
    void checkUser(String uid) {
        if (platform.leads().listIds(list -> list.uid().equals(uid)).isEmpty()) {
            throw unknown("wk_uid", uid);
        }
    }

    private Set<String> found(String name, String value, Set<String> lists) {
        if (lists.isEmpty() && platform.quirks().unknownFilterRefused.get()) {
            throw unknown(name, value);
        }
        return lists;
    }

    private RuntimeException unknown(String name, String value) {
        return Answers.refusal(platform.quirks(), Codes.UNKNOWN_USER_OR_LIST, name + "不存在: " + value);
    }
}
