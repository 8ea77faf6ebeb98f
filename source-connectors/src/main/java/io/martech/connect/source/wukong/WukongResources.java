package io.martech.connect.source.wukong;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.options.SourceKeys;
import io.martech.connect.options.WukongAccountKeys;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.wukong.WukongSchemas;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.reader.daily.DailyReader;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.SnapshotReader;
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

    public WukongResources(WukongSourceConfig config, PlatformClient client, StoredCursors stored) {
        this.config = config;
        this.common = config.common();
        this.client = client;
        this.stored = stored;
    }

    /** The resource of that name, ready to be read. */
    public Resource of(String name) {
        return switch (name) {
            case LEADS -> leads();
            case LISTS -> lists();
            default -> throw new IllegalArgumentException("Wukong has no resource '" + name + "'");
        };
    }

    private Resource leads() {
        RequestCounter requests = new RequestCounter(client);
        LeadsFeed feed = new LeadsFeed(
                requests,
                new LeadListsFeed(requests, config.revision(), common.zone()),
                config.revision(),
                config.filters(),
                config.dateFormat(),
                common.startTime().map(LocalDateTime::toLocalDate).orElse(null));
        return new Resource(
                LEADS,
                scope(config),
                new DailyReader(feed, stored.slicesOf(LEADS, scope(config)), client.serverClock(), common.zone()),
                new SchemaRecords(common.topicOf(LEADS), WukongSchemas.lead(common.handling())),
                common.pollIntervalOf(LEADS),
                requests::warnings);
    }

    private Resource lists() {
        RowSchema schema = WukongSchemas.list(common.handling());
        Deletes deletes = Deletes.of(LISTS, common, schema);
        return new Resource(
                LISTS,
                scope(config),
                new SnapshotReader(
                        new LeadListsFeed(new RequestCounter(client), config.revision(), common.zone()),
                        client.serverClock(),
                        common.zone(),
                        deletes),
                new SchemaRecords(common.topicOf(LISTS), schema),
                common.pollIntervalOf(LISTS),
                deletes::warnings);
    }

    /** What a cursor is only good for, in the words of the configuration. */
    static String scope(WukongSourceConfig config) {
        return WukongAccountKeys.URL + "=" + config.getString(WukongAccountKeys.URL) + ", filters="
                + String.join(" ", config.filters()) + ", " + SourceKeys.START_TIME + "="
                + config.getString(SourceKeys.START_TIME);
    }
}
