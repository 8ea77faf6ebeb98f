package io.martech.connect.client.linkflow;

/** Paths that both a source and a sink request, with their documented properties. */
public final class LinkflowPaths {

    /**
     * Groups (查询群组): all of them in one response, or the one with an {@code id}. The filter by name also matches parts
     * of names, so it is not used.
     */
    public static final String GROUPS = "/open/groups";

    /** Metadata of tags (获取用户标签元数据列表): pages from 0, {@code size} at most {@link #TAGS_PER_PAGE}. */
    public static final String TAGS = "/v1/tags";

    /** The maximum {@code size} of a page of {@link #TAGS}. */
    public static final int TAGS_PER_PAGE = 200;

    private LinkflowPaths() {}
}
