package io.martech.connect.source.linkflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Category;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.PlatformException;
import io.martech.connect.schema.RowSchema;
import io.martech.connect.schema.linkflow.LinkflowLists;
import io.martech.connect.source.chunk.Reader;
import io.martech.connect.source.chunk.RequestCounter;
import io.martech.connect.source.chunk.Slice;
import io.martech.connect.source.endpoint.SourceContext;
import io.martech.connect.source.engine.Findings;
import io.martech.connect.source.engine.Resource;
import io.martech.connect.source.reader.emitted.RowKeys;
import io.martech.connect.source.reader.keyset.KeysetFeed;
import io.martech.connect.source.reader.keyset.KeysetReader;
import io.martech.connect.source.reader.keyset.ListIsGoneException;
import io.martech.connect.source.reader.snapshot.Deletes;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Members of groups: {@code GET /open/groups/{groupId}/contacts}, chapter 查询群组联系人. By {@code memberId}, exclusive;
 * {@code size} at most 500 (B00031). A group that does not exist is B00008. The id of the contact, half of the key, is
 * nested in {@code contact} and copied to the top level.
 */
record GroupMembersFeed(RequestCounter client, List<String> groupIds, Pattern groupNames, Findings findings)
        implements KeysetFeed {

    private static final Logger log = LoggerFactory.getLogger(GroupMembersFeed.class);

    static final String NAME = "group-members";

    /** The field that identifies a group in the source partition. */
    static final String SLICE = "group";

    private static final int LARGEST_PAGE = 500;

    /** Creates the resource of group members. */
    static Resource open(SourceContext<LinkflowSourceOptions> context) {
        LinkflowSourceOptions options = context.options();
        RowSchema schema = LinkflowLists.GROUP_MEMBER.in(options.handling());
        Deletes deletes = Deletes.of(NAME, options);
        RequestCounter requests = new RequestCounter(context.client());
        Reader reader = new KeysetReader(
                of(requests, options),
                RowKeys.of(schema),
                context.slicesOf(NAME),
                context.client().serverClock(),
                options.zone(),
                Duration.ofMillis(options.getLong(LinkflowSourceOptions.GROUP_MEMBERS_PASS_INTERVAL_MS)),
                deletes);
        return context.resource(NAME, reader, schema, requests, () -> deletes.warnings() + requests.warnings());
    }

    static GroupMembersFeed of(RequestCounter client, LinkflowSourceOptions config) {
        String pattern = config.getString(LinkflowSourceOptions.GROUP_MEMBERS_GROUP_NAME_PATTERN);
        return new GroupMembersFeed(
                client,
                config.getList(LinkflowSourceOptions.GROUP_MEMBERS_GROUP_IDS),
                pattern.isEmpty() ? null : Pattern.compile(pattern));
    }

    GroupMembersFeed(RequestCounter client, List<String> groupIds, Pattern groupNames) {
        this(client, groupIds, groupNames, new Findings());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Slice> slices() {
        return Stream.concat(groupIds.stream(), idsByName())
                .distinct()
                .map(id -> new Slice(SLICE, id))
                .toList();
    }

    private Stream<String> idsByName() {
        if (groupNames == null) {
            return Stream.of();
        }
        List<JsonNode> all = client.list(LinkflowEndpoints.GROUPS.request());
        List<String> ids = all.stream()
                .filter(group ->
                        groupNames.matcher(group.path("name").asText("")).matches())
                .map(group -> group.path("id").asText())
                .toList();
        if (findings.isNews(
                LinkflowSourceOptions.GROUP_MEMBERS_GROUP_NAME_PATTERN, ids.isEmpty() ? "no match" : null)) {
            client.countWarning();
            log.warn(
                    "{}: {} is {}, which matches the full name of none of {} groups. A matching group that is"
                            + " created later is read.",
                    NAME,
                    LinkflowSourceOptions.GROUP_MEMBERS_GROUP_NAME_PATTERN,
                    groupNames,
                    all.size());
        }
        return ids.stream();
    }

    @Override
    public void warnMissing(Slice group, boolean wasRead) {
        client.countWarning();
        log.warn(
                wasRead
                        ? "{}: group {}, selected by {}, no longer exists. No tombstones are emitted for its members."
                        : "{}: group {}, selected by {}, does not exist. It is read once it does.",
                NAME,
                group.value(),
                groupIds.contains(group.value())
                        ? LinkflowSourceOptions.GROUP_MEMBERS_GROUP_IDS
                        : LinkflowSourceOptions.GROUP_MEMBERS_GROUP_NAME_PATTERN);
    }

    @Override
    public List<JsonNode> page(Slice group, long lastId) {
        ApiRequest request = ApiRequest.get(NAME, "/open/groups/" + group.value() + "/contacts")
                .with("memberId", lastId)
                .with("size", LARGEST_PAGE)
                .expecting(Expectation.array().rejecting("B00008"));
        try {
            return RowIds.withIds(client.list(request), GroupMembersFeed::memberIdOf, client, NAME).stream()
                    .map(GroupMembersFeed::withContactId)
                    .toList();
        } catch (PlatformException e) {
            if (e.category() == Category.REJECT) {
                throw new ListIsGoneException(e);
            }
            throw e;
        }
    }

    private static JsonNode withContactId(JsonNode member) {
        JsonNode contactId = member.path("contact").path("id");
        if (contactId.isMissingNode()) {
            return member;
        }
        ObjectNode row = member.deepCopy();
        row.set("contactId", contactId);
        return row;
    }

    private static Long memberIdOf(JsonNode member) {
        return RowIds.idOrNull(member.path("memberId"));
    }

    @Override
    public long idOf(JsonNode row) {
        return RowIds.idOf(row.path("memberId"), NAME);
    }
}
