package io.martech.connect.sandbox.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.http.JsonText;
import io.martech.connect.sandbox.http.Setting;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * The tenant's groups and who is in them. A contact that joins a group gets a {@code memberId} above all before; one that leaves
 * and joins again gets another. Thread-safe.
 */
public final class LinkflowGroups {

    private static final long FIRST_ID = 47;
    private static final long FIRST_MEMBER_ID = 1_243_167;

    /** The most contacts in one request that adds or removes members; more are refused with 400 B00031. */
    public final Setting<LinkflowGroups, Integer> mostWritten = new Setting<>(this, Integer.MAX_VALUE);
    /** The most groups of the tenant; creating more is refused with 412 B00157. */
    public final Setting<LinkflowGroups, Integer> quota = new Setting<>(this, Integer.MAX_VALUE);
    /** How long a new group is missing from the list, though it exists; by the platform's clock. */
    public final Setting<LinkflowGroups, Duration> listDelay = new Setting<>(this, Duration.ZERO);

    private record Member(long memberId, long groupId, long contactId, Instant joined) {}

    private final InstantSource clock;
    private final LinkflowQuirks quirks;
    private final LongFunction<JsonNode> contactOfId;
    private final LinkflowDirectory groups;
    private final Map<Long, NavigableMap<Long, Member>> members = new TreeMap<>();
    private long nextMemberId = FIRST_MEMBER_ID;

    /** @param contactOfId a contact by its id; a missing node if there is none */
    public LinkflowGroups(InstantSource clock, LinkflowQuirks quirks, LongFunction<JsonNode> contactOfId) {
        this.clock = clock;
        this.quirks = quirks;
        this.contactOfId = contactOfId;
        this.groups = new LinkflowDirectory(clock, quirks, FIRST_ID);
    }

    /** The groups that the list shows by now, ascending by id. */
    public List<JsonNode> listed() {
        return groups.rowsCreatedUntil(clock.instant().minus(listDelay.get()));
    }

    /** Adds a group. @param type static or dynamic. @return its id */
    public long add(String name, String type) {
        return groups.add(group -> group.put("name", name).put("groupType", type));
    }

    /** Renames a group now. */
    public void rename(long id, String name) {
        groups.update(id, group -> group.put("name", name));
    }

    /** Deletes a group with all its memberships. */
    public synchronized void delete(long id) {
        groups.delete(id);
        members.remove(id);
    }

    /** Every group in the form of the list, by id. */
    public NavigableMap<Long, JsonNode> byId() {
        return groups.byId();
    }

    /** Puts a contact into a group now; nothing happens if it is there already. */
    public synchronized void join(long groupId, long contactId) {
        NavigableMap<Long, Member> ofGroup = members.computeIfAbsent(groupId, id -> new TreeMap<>());
        if (ofGroup.values().stream().noneMatch(member -> member.contactId == contactId)) {
            long memberId = nextMemberId++;
            ofGroup.put(memberId, new Member(memberId, groupId, contactId, clock.instant()));
        }
    }

    /** Takes a contact out of a group now. */
    public synchronized void leave(long groupId, long contactId) {
        members.getOrDefault(groupId, new TreeMap<>()).values().removeIf(member -> member.contactId == contactId);
    }

    /** The members of a group in the form of the list, by contact. */
    public synchronized NavigableMap<Long, JsonNode> membersOf(long groupId) {
        NavigableMap<Long, JsonNode> rows = new TreeMap<>();
        members.getOrDefault(groupId, new TreeMap<>())
                .values()
                .forEach(member -> rows.put(member.contactId, render(member)));
        return rows;
    }

    public LinkflowDirectory directory() {
        return groups;
    }

    /** The members with a {@code memberId} above the given one, ascending. */
    public synchronized List<JsonNode> membersAfter(long groupId, long memberId, int count) {
        return members.getOrDefault(groupId, new TreeMap<>()).tailMap(memberId, false).values().stream()
                .limit(count)
                .<JsonNode>map(this::render)
                .toList();
    }

    private ObjectNode render(Member member) {
        JsonNode contact = contactOfId.apply(member.contactId);
        String joined = quirks.time().format(member.joined);
        ObjectNode row = JsonText.object();
        row.put("lastUpdated", joined);
        row.put("dateCreated", joined);
        ObjectNode who = row.putObject("contact");
        for (String field : List.of("mobilePhone", "name", "email")) {
            who.set(field, contact.path(field).isMissingNode() ? who.nullNode() : contact.get(field));
        }
        who.put("id", member.contactId);
        row.put("contactGroupId", member.groupId);
        row.putNull("version");
        row.put("memberId", member.memberId);
        return row;
    }
}
