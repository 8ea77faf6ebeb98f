package io.martech.connect.source.youmi;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Json;
import io.martech.connect.schema.youmi.YoumiSchemas;

/** Which accounts each member of staff looks after: {@code POST staff/GetStaffWechat}; without a code, of all (员工管理运营机). */
final class StaffWechatAccounts {

    private static final String NAME = "staff-wechat-accounts";
    private static final String PATH = "/staff/GetStaffWechat";

    static final YoumiList LIST = YoumiList.post(NAME, PATH, YoumiSchemas.STAFF_WECHAT_ACCOUNT)
            .alone(key -> ApiRequest.post(NAME, PATH, Json.object().set("ad_staff_code", key.path("ad_staff_code"))));

    private StaffWechatAccounts() {}
}
