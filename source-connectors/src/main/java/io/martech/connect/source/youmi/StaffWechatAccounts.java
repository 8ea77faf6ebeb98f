package io.martech.connect.source.youmi;

import io.martech.connect.schema.youmi.YoumiSchemas;

/** Which accounts each member of staff looks after: {@code POST staff/GetStaffWechat}; without a code, of all (员工管理运营机). */
final class StaffWechatAccounts {

    static final YoumiList LIST =
            YoumiList.post("staff-wechat-accounts", "/staff/GetStaffWechat", YoumiSchemas.STAFF_WECHAT_ACCOUNT);

    private StaffWechatAccounts() {}
}
