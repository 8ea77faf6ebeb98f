package io.martech.connect.source.youmi;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.options.YoumiAccountKeys;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.SnapshotReader;
import java.util.List;

/** The resources of Youmi, and how each is put together. */
public final class YoumiResources {

    public static final String PLATFORM = "youmi";

    /** A line for each list, in the order of the document. */
    private static final List<YoumiList> LISTS = List.of(
            WechatAccounts.LIST,
            Staff.LIST,
            LabelCategories.LIST,
            Labels.LIST,
            AdGroups.LIST,
            CustomAttributes.LIST,
            StaffWechatAccounts.LIST);

    /** All of them. */
    public static final List<String> NAMES = LISTS.stream().map(YoumiList::name).toList();

    private final YoumiSourceConfig config;
    private final SourceSettings common;
    private final PlatformClient client;

    public YoumiResources(YoumiSourceConfig config, PlatformClient client) {
        this.config = config;
        this.common = config.common();
        this.client = client;
    }

    /** The resource of that name, ready to be read. */
    public Resource of(String name) {
        YoumiList list = LISTS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Youmi has no resource '" + name + "'"));
        RowSchema schema = list.schema().in(common.handling());
        Deletes deletes = Deletes.of(name, common, schema);
        RequestCounter requests = new RequestCounter(client);
        return new Resource(
                name,
                scope(config, name),
                new SnapshotReader(
                        new YoumiListFeed(requests, list, config), client.serverClock(), common.zone(), deletes),
                new SchemaRecords(common.topicOf(name), schema),
                common.pollIntervalOf(name),
                () -> deletes.warnings() + requests.warnings());
    }

    /** What a cursor is only good for, in the words of the configuration. */
    static String scope(YoumiSourceConfig config, String name) {
        String address = YoumiAccountKeys.URL + "=" + config.getString(YoumiAccountKeys.URL);
        return name.equals(WechatAccounts.LIST.name())
                ? address + ", " + YoumiSourceConfig.ACCOUNT_KINDS + "=" + String.join(" ", config.accountKinds())
                : address;
    }
}
