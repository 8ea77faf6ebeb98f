package io.martech.connect.sink.linkflow.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.linkflow.request.RequestLimit;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.Operation;
import io.martech.connect.sink.operation.Outcome;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * {@code POST} and {@code DELETE /open/groups/{groupId}/contacts} of "添加群组联系人" and "删除群组联系人": a list of contact ids,
 * each of which the response lists in {@code success} or in {@code failure}; omitted ids are sent again as long as the
 * number decreases. The undocumented maximum per request (B00031) is detected and cached.
 */
public final class GroupMembersOperation implements Operation<Membership> {

    private static final String NO_GROUP = "B00008";
    private static final Expectation WRITTEN =
            Expectation.object().rejecting(NO_GROUP).splitting("B00031");

    private final MembershipMapping mapping;
    private final LookupCache<Group> directory;
    private final Optional<GroupCreation> creation;
    private final ContactLookup lookup;
    private final RequestLimit limit = new RequestLimit("contacts");

    /** @param creation creates missing groups, if enabled */
    public GroupMembersOperation(
            MembershipMapping mapping,
            LookupCache<Group> directory,
            Optional<GroupCreation> creation,
            ContactLookup lookup) {
        this.mapping = mapping;
        this.directory = directory;
        this.creation = creation;
        this.lookup = lookup;
    }

    @Override
    public Optional<Message<Membership>> map(SinkRecord record) {
        return mapping.of(record);
    }

    @Override
    public List<Outcome> send(List<Membership> memberships, PlatformClient client) {
        Membership.Change change = memberships.get(0).change();
        try {
            Group group = groupOf(change);
            List<Long> ids = lookup.idsOf(memberships, client);
            List<Outcome> outcomes = outcomes(ids, write(group, change, ids, client));
            lookup.forget(memberships);
            return outcomes;
        } catch (RecordRejectedException noSuchGroup) {
            // All of them are about that group: a half of the batch would fail as well.
            return Collections.nCopies(memberships.size(), Outcome.rejected(noSuchGroup));
        }
    }

    @Override
    public Optional<String> wrongSetting(PlatformException refusal) {
        return NO_GROUP.equals(refusal.code())
                ? Optional.of("Linkflow lists a group that it then does not know: restart the task, nothing was lost. "
                        + refusal.getMessage())
                : Optional.empty();
    }

    private Group groupOf(Membership.Change change) {
        Group group = directory
                .find(change.group())
                .or(() -> creation.map(allowed -> allowed.create(change.group())))
                .orElseThrow(() -> new RecordRejectedException(
                        "unknown group",
                        "Linkflow has no group with the record's group name. Create it, or set "
                                + LinkflowGroupMembersOptions.AUTO_CREATE + "."));
        if (!group.isStatic()) {
            throw new RecordRejectedException(
                    "group type",
                    "The record's group is dynamic: Linkflow computes its members. Only static groups can be"
                            + " written.");
        }
        return group;
    }

    /** The result for each id; none for those that the platform omitted. */
    private Map<Long, Boolean> write(Group group, Membership.Change change, List<Long> ids, PlatformClient client) {
        List<Long> wanted = ids.stream().filter(Objects::nonNull).distinct().toList();
        try {
            return write(group, change.isRemoval(), wanted, client);
        } catch (PlatformException refused) {
            boolean mayHelp = NO_GROUP.equals(refused.code()) && directory.readWithout(Map.of(change.group(), group));
            if (!mayHelp) {
                throw refused;
            }
            return write(groupOf(change), change.isRemoval(), wanted, client);
        }
    }

    private Map<Long, Boolean> write(Group group, boolean isRemoval, List<Long> ids, PlatformClient client) {
        Map<Long, Boolean> named = new HashMap<>();
        List<Long> unnamed = ids;
        int before;
        do {
            before = unnamed.size();
            limit.sendInParts(unnamed, part -> {
                JsonNode answer =
                        client.execute(request(group, isRemoval, part)).body();
                boolean namesSuccesses = answer.path("success").isArray();
                part.stream().filter(id -> !namesSuccesses).forEach(id -> named.put(id, true));
                answer.path("success").forEach(id -> named.put(id.asLong(), true));
                answer.path("failure").forEach(id -> named.put(id.asLong(), false));
            });
            unnamed = ids.stream().filter(id -> !named.containsKey(id)).toList();
        } while (!unnamed.isEmpty() && unnamed.size() < before);
        return named;
    }

    private static ApiRequest request(Group group, boolean isRemoval, List<Long> ids) {
        ArrayNode body = Json.array();
        ids.forEach(body::add);
        String path = "/open/groups/" + group.id() + "/contacts";
        return new ApiRequest("group members", isRemoval ? "DELETE" : "POST", path, List.of(), body).expecting(WRITTEN);
    }

    private static List<Outcome> outcomes(List<Long> ids, Map<Long, Boolean> named) {
        List<Outcome> outcomes = new ArrayList<>();
        ids.forEach(id -> outcomes.add(outcome(id, named.get(id))));
        return outcomes;
    }

    /** @param succeeded null if the platform omitted the id */
    private static Outcome outcome(Long id, Boolean succeeded) {
        if (id == null) {
            return Outcome.rejected(new RecordRejectedException(
                    "unknown contact", "Linkflow has no contact with the record's identity."));
        }
        if (succeeded == null) {
            return Outcome.rejected(new RecordRejectedException(
                    "no answer",
                    "Linkflow names the contact neither among the successes nor among the failures of the request, though it"
                            + " was asked twice. Check in Linkflow whether the contact exists and is in the group."));
        }
        return succeeded
                ? Outcome.delivered()
                : Outcome.rejected(new RecordRejectedException(
                        "failure", "Linkflow lists the contact among the failures of the request, without a reason."));
    }
}
