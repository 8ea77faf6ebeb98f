package io.martech.connect.source.linkflow;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.TimeSource;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.linkflow.LinkflowLists;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.endpoint.ListEndpoint;
import io.martech.connect.source.endpoint.ListResources;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.engine.SchemaRecords;
import io.martech.connect.source.engine.SourceSettings;
import io.martech.connect.source.engine.StoredCursors;
import io.martech.connect.source.reader.emitted.RowKeys;
import io.martech.connect.source.reader.export.ExportReader;
import io.martech.connect.source.reader.keyset.KeysetReader;
import io.martech.connect.source.reader.snapshot.Deletes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The lists of Linkflow: small enough to be read as a whole, members of groups, or files of tag values. */
final class LinkflowListResources {

    /** All of them. */
    static final List<String> NAMES = Stream.concat(
                    LinkflowEndpoints.ALL.stream().map(ListEndpoint::name),
                    Stream.of(GroupMembersFeed.NAME, TagExportsFeed.NAME))
            .toList();

    private final LinkflowSourceConfig config;
    private final SourceSettings common;
    private final PlatformClient client;
    private final StoredCursors stored;
    private final ListResources<LinkflowSourceConfig> lists;

    LinkflowListResources(LinkflowSourceConfig config, PlatformClient client, StoredCursors stored, TimeSource time) {
        this.config = config;
        this.common = config.common();
        this.client = client;
        this.stored = stored;
        this.lists = new ListResources<>(config, common, client, stored, time);
    }

    /** The list of that name, ready to be read. */
    Resource of(String name) {
        return switch (name) {
            case GroupMembersFeed.NAME -> groupMembers();
            case TagExportsFeed.NAME -> tagExports();
            default -> lists.of(ListEndpoint.named(name, LinkflowEndpoints.ALL), LinkflowScopes.of(config, name));
        };
    }

    private Resource groupMembers() {
        String name = GroupMembersFeed.NAME;
        RowSchema schema = LinkflowLists.GROUP_MEMBER.in(common.handling());
        Deletes deletes = Deletes.of(name, common);
        RequestCounter requests = new RequestCounter(client);
        Reader reader = new KeysetReader(
                GroupMembersFeed.of(requests, config),
                RowKeys.of(schema),
                stored.slicesOf(name, LinkflowScopes.of(config, name)),
                client.serverClock(),
                config.zone(),
                Duration.ofMillis(config.getLong(LinkflowListKeys.GROUP_MEMBERS_PASS_INTERVAL_MS)),
                deletes);
        return new Resource(
                name,
                LinkflowScopes.of(config, name),
                reader,
                new SchemaRecords(common.topicOf(name), schema),
                common.pollIntervalOf(name),
                requests,
                () -> deletes.warnings() + requests.warnings());
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
                common.pollIntervalOf(name),
                requests);
    }
}
