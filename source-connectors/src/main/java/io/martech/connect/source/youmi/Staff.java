package io.martech.connect.source.youmi;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.schema.youmi.YoumiSchemas;

/** Staff: {@code GET staff} (员工配置), those who have left included (-1, which is the default as well). */
final class Staff {

    static final YoumiList LIST = YoumiList.get("staff", "/staff", YoumiSchemas.STAFF)
            .with("ad_staff_state", -1)
            .alone(key -> ApiRequest.get("staff", "/staff")
                    .with("ad_staff_state", -1)
                    .with("ad_staff_code", key.path("ad_staff_code").asText()));

    private Staff() {}
}
