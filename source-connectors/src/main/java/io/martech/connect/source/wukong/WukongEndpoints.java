package io.martech.connect.source.wukong;

import io.martech.connect.schema.wukong.WukongSchemas;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.SourceEndpoint;
import io.martech.connect.source.reader.daily.DailyReader;
import io.martech.connect.source.reader.offsets.CursorRules;
import io.martech.connect.source.reader.snapshot.ListFeed.Answer;
import java.util.List;

/** The resources of Wukong, in the order of its document. */
public final class WukongEndpoints {

    public static final String LEADS = "leads";

    static final String LISTS = "lists";

    /** Leads (获取潜客信息), day by day. */
    private static final SourceEndpoint<WukongSourceOptions> LEADS_BY_DAY = SourceEndpoint.of(
            LEADS, DailyReader.SLICE, (name, offset, now) -> CursorRules.checkList(name, offset), LeadsFeed::open);

    /** Lists of leads (获取潜客列表), at a different path in each revision. */
    private static final ListEndpoint<WukongSourceOptions> LISTS_OF_LEADS =
            ListEndpoint.readBy(LISTS, WukongSchemas.LIST, context -> {
                WukongSourceOptions options = context.config();
                LeadLists lists = new LeadLists(context.client(), options.revision(), options.zone());
                return () -> Answer.only(lists.rows());
            });

    /** docs/resources.md is generated from these. */
    public static final List<SourceEndpoint<WukongSourceOptions>> ALL = List.of(LEADS_BY_DAY, LISTS_OF_LEADS);

    private WukongEndpoints() {}
}
