package io.martech.connect.source.wukong;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.WukongAccountKeys;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.wukong.WukongSchemas;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.ListResources;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.reader.daily.DailyReader;
import io.martech.connect.source.reader.emitted.RowKeys;
import java.time.LocalDateTime;
import java.util.List;

/** The resources of Wukong, and how each is put together. */
public final class WukongResources {

    public static final String PLATFORM = "wukong";
    public static final String LEADS = "leads";
    public static final String LISTS = "lists";

    /** All of them, in the order of the document. */
    public static final List<String> NAMES = List.of(LEADS, LISTS);

    private final WukongSourceConfig config;
    private final SourceSettings common;
    private final PlatformClient client;
    private final StoredCursors stored;
    private final ListResources<WukongSourceConfig> lists;

    public WukongResources(WukongSourceConfig config, PlatformClient client, StoredCursors stored, TimeSource time) {
        this.config = config;
        this.common = config.common();
        this.client = client;
        this.stored = stored;
        this.lists = new ListResources<>(config, common, client, stored, time);
    }

    /** The resource of that name, ready to be read. */
    public Resource of(String name) {
        return switch (name) {
            case LEADS -> leads();
            default -> lists.of(ListEndpoint.named(name, WukongEndpoints.ALL), scope(config));
        };
    }

    private Resource leads() {
        RowSchema schema = WukongSchemas.lead(common.handling());
        RequestCounter requests = new RequestCounter(client);
        LeadsFeed feed = new LeadsFeed(
                requests,
                new LeadLists(requests, config.revision(), common.zone()),
                config.revision(),
                config.filters(),
                config.dateFormat(),
                common.startTime().map(LocalDateTime::toLocalDate).orElse(null));
        return new Resource(
                LEADS,
                scope(config),
                new DailyReader(
                        feed,
                        RowKeys.of(schema),
                        stored.slicesOf(LEADS, scope(config)),
                        client.serverClock(),
                        common.zone()),
                new SchemaRecords(common.topicOf(LEADS), schema),
                common.pollIntervalOf(LEADS),
                requests);
    }

    /** What a cursor is only good for, in the words of the configuration. */
    static String scope(WukongSourceConfig config) {
        return WukongAccountKeys.URL + "=" + config.getString(WukongAccountKeys.URL) + ", filters="
                + String.join(" ", config.filters()) + ", " + SourceKeys.START_TIME + "="
                + config.getString(SourceKeys.START_TIME);
    }
}
