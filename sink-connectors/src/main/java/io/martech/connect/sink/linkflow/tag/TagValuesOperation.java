package io.martech.connect.sink.linkflow.tag;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.client.ApiRequest;
import io.martech.connect.client.Expectation;
import io.martech.connect.client.Json;
import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.linkflow.request.RequestLimit;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.Operation;
import io.martech.connect.sink.operation.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Writes tag values: {@code POST /v1/tags/value} of "批量修改标签值". A batch's records of one contact share a request, in
 * which the last value of each tag is used; several requests are only sent if the platform accepts fewer values at
 * once. Only the codes B00031 and B01376 are documented; those of other endpoints for invalid parameters, unknown tags
 * and unknown types of identities are assumed to have the same meaning here.
 */
public final class TagValuesOperation implements Operation<PersonTags> {

    private static final String UNKNOWN_TAG = "B01162";
    private static final String UNKNOWN_IDENTITY_TYPE = "B01403";

    /** No such identity; a required parameter is empty; a parameter is invalid. */
    private static final String[] FAULTY = {"B01376", "B00002", "B00010"};

    private static final Expectation ACCEPTED =
            Expectation.accepted().rejecting(FAULTY).rejecting(UNKNOWN_TAG, UNKNOWN_IDENTITY_TYPE);

    private final TagValuesMapping mapping;
    private final TagActions actions;
    private final LookupCache<Tag> directory;
    private final RequestLimit limit = new RequestLimit("tag values");

    public TagValuesOperation(TagValuesMapping mapping, TagActions actions, LookupCache<Tag> directory) {
        this.mapping = mapping;
        this.actions = actions;
        this.directory = directory;
    }

    @Override
    public Optional<Message<PersonTags>> map(SinkRecord record) {
        return mapping.of(record);
    }

    @Override
    public List<Outcome> send(List<PersonTags> records, PlatformClient client) {
        List<TagAction> wanted = actions.of(records);
        try {
            sendInParts(records, wanted, client);
        } catch (PlatformException refused) {
            Map<String, Tag> tags = wanted.stream()
                    .map(TagAction::tag)
                    .collect(Collectors.toMap(Tag::key, tag -> tag, (one, same) -> one));
            boolean mayHelp = UNKNOWN_TAG.equals(refused.code()) && directory.readWithout(tags);
            if (!mayHelp) {
                throw refused;
            }
            sendInParts(records, actions.of(records), client);
        }
        return Collections.nCopies(records.size(), Outcome.delivered());
    }

    @Override
    public Optional<String> wrongSetting(PlatformException refusal) {
        return UNKNOWN_IDENTITY_TYPE.equals(refusal.code())
                ? Optional.of("Linkflow does not know a type of " + TagOptions.IDENTITY_FIELDS
                        + ": correct it and restart the task. Nothing was lost. " + refusal.getMessage())
                : Optional.empty();
    }

    private void sendInParts(List<PersonTags> records, List<TagAction> wanted, PlatformClient client) {
        Identity person = records.get(0).identity();
        limit.sendInParts(wanted, part -> client.execute(request(person, part)));
    }

    private static ApiRequest request(Identity person, List<TagAction> actions) {
        ObjectNode body = Json.object();
        body.set("identity", person.toJson());
        ArrayNode list = body.putArray("actions");
        actions.forEach(action -> list.add(action.toJson()));
        return ApiRequest.post("tag values", "/v1/tags/value", body).expecting(ACCEPTED);
    }
}
