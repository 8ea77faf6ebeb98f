package io.martech.connect.source.linkflow;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.linkflow.LinkflowLists;
import io.martech.connect.source.engine.Reader;
import io.martech.connect.source.engine.RequestCounter;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.reader.export.ExportReader;
import io.martech.connect.source.reader.keyset.KeysetReader;
import io.martech.connect.source.reader.snapshot.Deletes;
import io.martech.connect.source.reader.snapshot.SnapshotReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The lists of Linkflow: small enough to be read as a whole, members of groups, or files of tag values. */
final class LinkflowListResources {

    /** A line for each list. */
    private static final List<LinkflowList> LISTS = List.of(
            LinkflowList.of(GroupsFeed.NAME, GroupsFeed::new, LinkflowLists.GROUP),
            LinkflowList.of(TagsFeed.NAME, TagsFeed::new, LinkflowLists.TAG),
            LinkflowList.of(FoldersFeed.NAME, FoldersFeed::new, LinkflowLists.FOLDER),
            new LinkflowList(QrCodesFeed.NAME, QrCodesFeed::of, LinkflowLists.QR_CODE),
            new LinkflowList(ReportsFeed.NAME, ReportsFeed::of, LinkflowLists.REPORT),
            new LinkflowList(DashboardsFeed.NAME, DashboardsFeed::of, LinkflowLists.DASHBOARD),
            new LinkflowList(TagValuesFeed.NAME, TagValuesFeed::of, LinkflowLists.TAG_VALUE));

    /** All of them. */
    static final List<String> NAMES = Stream.concat(
                    LISTS.stream().map(LinkflowList::name), Stream.of(GroupMembersFeed.NAME, TagExportsFeed.NAME))
            .toList();

    private final LinkflowSourceConfig config;
    private final SourceSettings common;
    private final PlatformClient client;
    private final StoredCursors stored;
    private final TimeSource time;

    LinkflowListResources(LinkflowSourceConfig config, PlatformClient client, StoredCursors stored, TimeSource time) {
        this.config = config;
        this.common = config.common();
        this.client = client;
        this.stored = stored;
        this.time = time;
    }

    /** The list of that name, ready to be read. */
    Resource of(String name) {
        return switch (name) {
            case GroupMembersFeed.NAME -> groupMembers();
            case TagExportsFeed.NAME -> tagExports();
            default -> fullList(listOf(name));
        };
    }

    private static LinkflowList listOf(String name) {
        return LISTS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Linkflow has no resource '" + name + "'"));
    }

    private Resource fullList(LinkflowList list) {
        RowSchema schema = list.schema().in(common.handling());
        Deletes deletes = Deletes.of(list.name(), common, schema);
        RequestCounter requests = new RequestCounter(client);
        Reader reader = new SnapshotReader(
                list.feed().apply(new ListReading(requests, config, time)),
                client.serverClock(),
                config.zone(),
                deletes);
        return resource(list.name(), reader, schema, deletes, requests);
    }

    private Resource groupMembers() {
        String name = GroupMembersFeed.NAME;
        RowSchema schema = LinkflowLists.GROUP_MEMBER.in(common.handling());
        Deletes deletes = Deletes.of(name, common, schema);
        RequestCounter requests = new RequestCounter(client);
        Reader reader = new KeysetReader(
                GroupMembersFeed.of(requests, config),
                stored.slicesOf(name, LinkflowScopes.of(config, name)),
                client.serverClock(),
                config.zone(),
                Duration.ofMillis(config.getLong(LinkflowListKeys.GROUP_MEMBERS_PASS_INTERVAL_MS)),
                deletes);
        return resource(name, reader, schema, deletes, requests);
    }

    private Resource tagExports() {
        String name = TagExportsFeed.NAME;
        RequestCounter requests = new RequestCounter(client);
        Reader reader = new ExportReader(
                TagExportsFeed.of(requests, config),
                stored.slicesOf(name, LinkflowScopes.of(config, name)),
                client.serverClock(),
                config.zone(),
                TagExportKeys.settingsIn(config));
        return new Resource(
                name,
                LinkflowScopes.of(config, name),
                reader,
                new SchemaRecords(common.topicOf(name), LinkflowLists.TAG_VALUE_LINE.in(common.handling())),
                common.pollIntervalOf(name));
    }

    private Resource resource(String name, Reader reader, RowSchema schema, Deletes deletes, RequestCounter requests) {
        return new Resource(
                name,
                LinkflowScopes.of(config, name),
                reader,
                new SchemaRecords(common.topicOf(name), schema),
                common.pollIntervalOf(name),
                () -> deletes.warnings() + requests.warnings());
    }
}
