package io.martech.connect.sandbox.youmi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** The seven lists of the "basic data" chapter (基础数据类接口), with the paths spelled as in the document. */
public enum YoumiList {
    /** 运营号配置. */
    WECHAT_ACCOUNTS("wechat-accounts", "GET", "/WeCaht", "ad_wechat_id"),
    /** 员工配置. */
    STAFF("staff", "GET", "/staff", "ad_staff_code"),
    /** 标签分类. */
    LABEL_CATEGORIES("label-categories", "GET", "/Label", "ad_label_id"),
    /** 标签配置. */
    LABELS("labels", "GET", "/wecahtlabel", "ad_label_info_id"),
    /** 投放组配置. */
    AD_GROUPS("ad-groups", "GET", "/AdManage", "ad_brand_id"),
    /** 好友自定义属性配置. */
    CUSTOM_ATTRIBUTES("custom-attributes", "GET", "/friend/GetCustomAttributeList", "id"),
    /** 员工管理运营机. */
    STAFF_WECHAT_ACCOUNTS("staff-wechat-accounts", "POST", "/staff/GetStaffWechat", "ad_staff_code", "ad_wechat_id");

    private final String text;
    private final String method;
    private final String path;
    private final List<String> keys;

    YoumiList(String text, String method, String path, String... keys) {
        this.text = text;
        this.method = method;
        this.path = path;
        this.keys = List.of(keys);
    }

    /** The name under which its requests are counted. */
    public String text() {
        return text;
    }

    /** The fields that tell its rows apart. */
    public List<String> keys() {
        return keys;
    }

    /** What tells a row from all others of its list, as one text. */
    public String keyOf(JsonNode row) {
        return keys.stream().map(key -> row.path(key).asText()).collect(Collectors.joining("/"));
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }
}
