package io.martech.connect.source.m1world;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.schema.m1world.M1worldSchemas;
import java.util.Set;

/** Tags: {@code GET /contact/tag/all} (获取标签列表), in pages whose largest size nobody documents. */
final class Tags {

    static final M1worldList LIST = new M1worldList(
            "tags",
            Set.of("contactSize"),
            (calls, config) -> calls.allPages(ApiRequest.get("tags", "/contact/tag/all"), "tags"),
            M1worldSchemas.TAG);

    private Tags() {}
}
