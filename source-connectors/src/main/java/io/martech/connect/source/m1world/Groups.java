package io.martech.connect.source.m1world;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.schema.m1world.M1worldSchemas;
import java.util.Set;

/** Groups: {@code GET /contact/group/all} (获取群组列表), in pages whose largest size nobody documents. */
final class Groups {

    static final M1worldList LIST = new M1worldList(
            "groups",
            Set.of("contactSize"),
            (calls, config) -> calls.allPages(ApiRequest.get("groups", "/contact/group/all"), "groups"),
            M1worldSchemas.GROUP);

    private Groups() {}
}
