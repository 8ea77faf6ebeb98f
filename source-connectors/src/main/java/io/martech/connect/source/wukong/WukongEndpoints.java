package io.martech.connect.source.wukong;

import io.martech.connect.schema.wukong.WukongSchemas;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.reader.snapshot.ListFeed.Answer;
import java.util.List;

/** The whole lists of Wukong. Leads are read by day instead, see {@link LeadsFeed}. */
public final class WukongEndpoints {

    /** Lists of leads (获取潜客列表), at another path in each revision of the document. */
    private static final ListEndpoint<WukongSourceConfig> LISTS =
            ListEndpoint.readBy(WukongResources.LISTS, WukongSchemas.LIST, context -> {
                LeadLists lists =
                        new LeadLists(context.client(), context.config().revision(), WukongSourceConfig.ZONE);
                return () -> Answer.only(lists.rows());
            });

    /** All of them; docs/resources.md is printed from these. */
    public static final List<ListEndpoint<WukongSourceConfig>> ALL = List.of(LISTS);

    private WukongEndpoints() {}
}
