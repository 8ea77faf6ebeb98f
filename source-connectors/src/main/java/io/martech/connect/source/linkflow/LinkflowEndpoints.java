package io.martech.connect.source.linkflow;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.schema.linkflow.LinkflowLists;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.Paginator;
import java.util.List;

/** The whole lists of Linkflow. */
public final class LinkflowEndpoints {

    /** Groups (查询群组). All of them in one answer; the document knows no pages. The same call takes an {@code id}. */
    static final ListEndpoint<LinkflowSourceConfig> GROUPS = ListEndpoint.<LinkflowSourceConfig>get(
                    "groups", "/open/groups", LinkflowLists.GROUP)
            .single(key -> ApiRequest.get("groups", "/open/groups")
                    .with("id", key.path("id").asText()));

    /**
     * Tags (获取用户标签元数据列表), at most 200 a page. A tag that is deleted while pages are read may hide another one from this
     * reading; the next one has it.
     */
    static final ListEndpoint<LinkflowSourceConfig> TAGS = ListEndpoint.<LinkflowSourceConfig>get(
                    "tags", "/v1/tags", LinkflowLists.TAG)
            .with("size", 200)
            .paged(Paginator.pageNumber("page", 0));

    /** Folders of tags (获取标签目录列表). */
    static final ListEndpoint<LinkflowSourceConfig> FOLDERS =
            ListEndpoint.get("folders", "/open/folders", LinkflowLists.FOLDER);

    /**
     * QR codes of WeCom channels (查询企业微信联系我二维码). Nothing lists the channels; one that does not exist (B00022) stops the
     * reading, for its codes would look deleted.
     */
    static final ListEndpoint<LinkflowSourceConfig> QR_CODES = ListEndpoint.<LinkflowSourceConfig>get(
                    "qrcodes", "/open/workwechat/{channel}/qrcodes", LinkflowLists.QR_CODE)
            .expecting(Expectation.array().rejecting("B00022").namedBy(LinkflowListKeys.QR_CODES_CHANNEL_IDS))
            .forEach("{channel}", config -> config.getList(LinkflowListKeys.QR_CODES_CHANNEL_IDS));

    /** Results of reports (获取报表结果), which are computed when they are asked for. Nothing lists the reports. */
    static final ListEndpoint<LinkflowSourceConfig> REPORTS =
            ListEndpoint.readBy("reports", LinkflowLists.REPORT, Reports::of);

    /** Dashboards (获取仪表盘定义), which name their reports. Nothing lists the dashboards. */
    static final ListEndpoint<LinkflowSourceConfig> DASHBOARDS = ListEndpoint.<LinkflowSourceConfig>get(
                    "dashboards", "/open/dashboard/{id}/summary", LinkflowLists.DASHBOARD)
            .expecting(Expectation.object().rejecting("B00008").namedBy(LinkflowListKeys.DASHBOARDS_IDS))
            .forEach("{id}", config -> config.getList(LinkflowListKeys.DASHBOARDS_IDS))
            .showingItIn("dashboardId");

    /** Tag values of chosen contacts (获取联系人标签值), two requests each. */
    static final ListEndpoint<LinkflowSourceConfig> TAG_VALUES =
            ListEndpoint.readBy("tag-values", LinkflowLists.TAG_VALUE, TagValues::of);

    /** All of them; docs/resources.md is printed from these. */
    public static final List<ListEndpoint<LinkflowSourceConfig>> ALL =
            List.of(GROUPS, TAGS, FOLDERS, QR_CODES, REPORTS, DASHBOARDS, TAG_VALUES);

    private LinkflowEndpoints() {}
}
