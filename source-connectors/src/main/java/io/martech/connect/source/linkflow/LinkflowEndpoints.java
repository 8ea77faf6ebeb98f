package io.martech.connect.source.linkflow;

import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.linkflow.LinkflowPaths;
import io.martech.connect.schema.linkflow.LinkflowLists;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.Paginator;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.reader.offsets.CursorRules;
import java.util.List;
import java.util.stream.Stream;

/** The resources of Linkflow. */
public final class LinkflowEndpoints {

    /** Orders (获取订单列表) by update time; their lines may have a topic of their own. */
    private static final SourceEndpoint<LinkflowSourceOptions> ORDERS = SourceEndpoint.of(
                    OrdersFeed.NAME, null, CursorRules::checkComplete, ChangingResources::orders)
            .writingAlsoTo(OrderRecords.LINES);

    /** Contacts (批量获取联系人ID, 游标方式获取联系人) by update time. */
    private static final SourceEndpoint<LinkflowSourceOptions> CONTACTS =
            SourceEndpoint.of(ContactsFeed.NAME, null, CursorRules::checkComplete, ChangingResources::contacts);

    /** Groups, see {@link LinkflowPaths#GROUPS}. */
    static final ListEndpoint<LinkflowSourceOptions> GROUPS = ListEndpoint.<LinkflowSourceOptions>get(
                    "groups", LinkflowPaths.GROUPS, LinkflowLists.GROUP)
            .single(key -> ApiRequest.get("groups", LinkflowPaths.GROUPS)
                    .with("id", key.path("id").asText()));

    /**
     * Tags, see {@link LinkflowPaths#TAGS}. A tag deleted while pages are read may hide another one from this read;
     * the next read has it.
     */
    static final ListEndpoint<LinkflowSourceOptions> TAGS = ListEndpoint.<LinkflowSourceOptions>get(
                    "tags", LinkflowPaths.TAGS, LinkflowLists.TAG)
            .with("size", LinkflowPaths.TAGS_PER_PAGE)
            .paged(Paginator.pageNumber("page", 0));

    /** Folders of tags (获取标签目录列表). */
    static final ListEndpoint<LinkflowSourceOptions> FOLDERS =
            ListEndpoint.get("folders", "/open/folders", LinkflowLists.FOLDER);

    /**
     * QR codes of WeCom channels (查询企业微信联系我二维码). No endpoint lists the channels; one that does not exist (B00022)
     * fails the read, since its codes would appear deleted.
     */
    static final ListEndpoint<LinkflowSourceOptions> QR_CODES = ListEndpoint.<LinkflowSourceOptions>get(
                    "qrcodes", "/open/workwechat/{channel}/qrcodes", LinkflowLists.QR_CODE)
            .expecting(Expectation.array().rejecting("B00022").namedBy(LinkflowSourceOptions.QR_CODES_CHANNEL_IDS))
            .forEach("{channel}", config -> config.getList(LinkflowSourceOptions.QR_CODES_CHANNEL_IDS));

    /** Results of reports (获取报表结果), which are computed on request. No endpoint lists the reports. */
    static final ListEndpoint<LinkflowSourceOptions> REPORTS =
            ListEndpoint.readBy("reports", LinkflowLists.REPORT, Reports::of);

    /** Dashboards (获取仪表盘定义), which name their reports. No endpoint lists the dashboards. */
    static final ListEndpoint<LinkflowSourceOptions> DASHBOARDS = ListEndpoint.<LinkflowSourceOptions>get(
                    "dashboards", "/open/dashboard/{id}/summary", LinkflowLists.DASHBOARD)
            .expecting(Expectation.object().rejecting("B00008").namedBy(LinkflowSourceOptions.DASHBOARDS_IDS))
            .forEach("{id}", config -> config.getList(LinkflowSourceOptions.DASHBOARDS_IDS))
            .showingItIn("dashboardId");

    /** Tag values of selected contacts (获取联系人标签值), two requests each. */
    static final ListEndpoint<LinkflowSourceOptions> TAG_VALUES =
            ListEndpoint.readBy("tag-values", LinkflowLists.TAG_VALUE, TagValues::of);

    /** Members of groups (查询群组联系人), by the ids of their rows. */
    private static final SourceEndpoint<LinkflowSourceOptions> GROUP_MEMBERS = SourceEndpoint.of(
            GroupMembersFeed.NAME,
            GroupMembersFeed.SLICE,
            (name, offset, now) -> CursorRules.checkList(name, offset),
            GroupMembersFeed::open);

    /** Files of tag values that the platform exports on request. */
    private static final SourceEndpoint<LinkflowSourceOptions> TAG_VALUE_LINES = SourceEndpoint.of(
            TagExportsFeed.NAME, TagExportsFeed.SLICE, CursorRules::checkExports, TagExportsFeed::open);

    /** The resources that are read by default. */
    static final List<SourceEndpoint<LinkflowSourceOptions>> CHANGING = List.of(ORDERS, CONTACTS);

    /** The resources with neither an update time nor a start time. */
    static final List<SourceEndpoint<LinkflowSourceOptions>> LISTS =
            List.of(GROUPS, TAGS, FOLDERS, QR_CODES, REPORTS, DASHBOARDS, TAG_VALUES, GROUP_MEMBERS, TAG_VALUE_LINES);

    /** docs/resources.md is generated from these. */
    public static final List<SourceEndpoint<LinkflowSourceOptions>> ALL = Stream.of(CHANGING, LISTS)
            .flatMap(List::stream)
            .map(endpoint -> endpoint.ofAccountIn("tenantId"))
            .toList();

    private LinkflowEndpoints() {}
}
