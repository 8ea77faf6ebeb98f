package io.martech.connect.client.linkflow;

/** Paths that a source and a sink both request, with what the document says of them. */
public final class LinkflowPaths {

    /**
     * Groups (查询群组): all of them in one answer, or the one with an {@code id}. The filter by name finds parts of names too, so it
     * is not used.
     */
    public static final String GROUPS = "/open/groups";

    /** Metadata of tags (获取用户标签元数据列表): pages from 0, {@code size} at most {@link #TAGS_PER_PAGE}. */
    public static final String TAGS = "/v1/tags";

    /** The largest page of {@link #TAGS}. */
    public static final int TAGS_PER_PAGE = 200;

    private LinkflowPaths() {}
}
