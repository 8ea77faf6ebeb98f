package io.martech.connect.client.m1world;

/** Paths that both a source and a sink request, with their documented properties. */
public final class M1worldPaths {

    /** The account's fields of contacts (获取当前账号所有字段列表), in {@code data.setting} of one response. */
    public static final String SETTING = "/contact/setting";

    /** Custom properties (获取自定义字段列表): a POST that only reads; all of them in {@code data} of one response. */
    public static final String PROPERTIES = "/contact/property/all";

    private M1worldPaths() {}
}
