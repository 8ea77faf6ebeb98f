package io.martech.connect.source.wukong;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.wukong.WukongSchemas;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.reader.daily.DailyReader;
import io.martech.connect.source.reader.daily.DayFeed;
import io.martech.connect.source.reader.emitted.RowKeys;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads of one day: {@code POST /openv1/potential} with {@code create_at} (2.2 获取潜客信息). There is no paging, and it is
 * undocumented whether a very large response is truncated or whether the bounds of a range are inclusive; a single day
 * avoids the latter. One request for all, or one per configured user or list, so that each lead shows which it was
 * found with.
 */
final class LeadsFeed implements DayFeed {

    private static final Logger log = LoggerFactory.getLogger(LeadsFeed.class);

    private final RequestCounter client;
    private final LeadLists lists;
    private final LeadsRevision revision;
    private final List<String> configuredFilters;
    private final DateTimeFormatter dateFormat;
    private final LocalDate startDay;

    /**
     * @param configuredFilters ids of users or lists to request one by one; empty for all at once
     * @param startDay the first day to read, or null for the day of the oldest list
     */
    LeadsFeed(
            RequestCounter client,
            LeadLists lists,
            LeadsRevision revision,
            List<String> configuredFilters,
            DateTimeFormatter dateFormat,
            LocalDate startDay) {
        this.client = client;
        this.lists = lists;
        this.revision = revision;
        this.configuredFilters = configuredFilters;
        this.dateFormat = dateFormat;
        this.startDay = startDay;
    }

    /** Creates the resource of leads. */
    static Resource open(SourceContext<WukongSourceOptions> context) {
        WukongSourceOptions options = context.options();
        RowSchema schema = WukongSchemas.lead(options.handling());
        RequestCounter requests = new RequestCounter(context.client());
        LeadsFeed feed = new LeadsFeed(
                requests,
                new LeadLists(requests, options.revision(), options.zone()),
                options.revision(),
                options.filters(),
                options.dateFormat(),
                options.startTime().map(LocalDateTime::toLocalDate).orElse(null));
        DailyReader reader = new DailyReader(
                feed,
                RowKeys.of(schema),
                context.slicesOf(WukongEndpoints.LEADS),
                context.client().serverClock(),
                options.zone());
        return context.resource(WukongEndpoints.LEADS, reader, schema, requests, requests::warnings);
    }

    @Override
    public List<JsonNode> rows(LocalDate day) {
        return hasParts() ? whole(day).rows() : apart(new LeadRows(day), day, configuredFilters);
    }

    /** False if users or lists are configured: then each is requested separately anyway. */
    @Override
    public boolean hasParts() {
        return configuredFilters.isEmpty();
    }

    @Override
    public List<JsonNode> rowsInParts(LocalDate day) {
        return apart(whole(day), day, lists.filters());
    }

    @Override
    public void warnCutOff(LocalDate day, int rows) {
        log.warn(
                "leads: {} has {} leads, as many as another day and more than any other, which may be the"
                        + " maximum of an answer. From now on each {} is requested separately for that day; if that is"
                        + " not enough, set fewer in wukong.uids or wukong.list.ids.",
                day,
                rows,
                revision.leadsFilter());
        client.countWarning();
    }

    private LeadRows whole(LocalDate day) {
        LeadRows all = new LeadRows(day);
        ask(day, null).forEach(lead -> all.add(lead, null));
        return all;
    }

    private List<JsonNode> apart(LeadRows rows, LocalDate day, List<String> filters) {
        for (String filter : filters) {
            ask(day, filter).forEach(lead -> rows.add(lead, filter));
        }
        return rows.rows(filterField());
    }

    private List<JsonNode> ask(LocalDate day, String filter) {
        ApiRequest request = ApiRequest.form(WukongEndpoints.LEADS, "/openv1/potential")
                .with("create_at", dateFormat.format(day))
                .expecting(Expectation.array());
        return client.list(filter == null ? request : request.with(revision.leadsFilter(), filter));
    }

    private String filterField() {
        return revision == LeadsRevision.V1 ? LeadRows.WK_UIDS : LeadRows.LIST_IDS;
    }

    @Override
    public LocalDate firstDay() {
        return startDay != null ? startDay : lists.oldestDay().orElse(null);
    }

    @Override
    public JsonNode fingerprinted(JsonNode row) {
        return LeadRows.fingerprinted(row);
    }
}
