package io.martech.connect.source.youmi;

import io.martech.connect.schema.youmi.YoumiSchemas;

/** Groups of accounts that an advertisement leads to: {@code GET AdManage} (投放组配置). Two of its arrays are texts. */
final class AdGroups {

    static final YoumiList LIST =
            YoumiList.get("ad-groups", "/AdManage", YoumiSchemas.AD_GROUP).unpacking("ad_brand_welist", "wechats");

    private AdGroups() {}
}
