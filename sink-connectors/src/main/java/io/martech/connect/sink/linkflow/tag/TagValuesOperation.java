package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.engine.Message;
import io.martech.connect.sink.engine.Operation;
import io.martech.connect.sink.engine.Outcome;
import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.linkflow.request.RequestLimit;
import io.martech.connect.sink.lookup.LookupCache;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Writes tag values. Records of one person in a batch share a request, where the last value of each tag counts; only if the
 * platform takes fewer values at once are there several.
 */
public final class TagValuesOperation implements Operation<PersonTags> {

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
            boolean mayHelp = TagValuesRequest.UNKNOWN_TAG.equals(refused.code()) && directory.readWithout(tags);
            if (!mayHelp) {
                throw refused;
            }
            sendInParts(records, actions.of(records), client);
        }
        return Collections.nCopies(records.size(), Outcome.delivered());
    }

    @Override
    public Optional<String> wrongSetting(PlatformException refusal) {
        return TagValuesRequest.UNKNOWN_IDENTITY_TYPE.equals(refusal.code())
                ? Optional.of("Linkflow does not know a type of " + TagKeys.IDENTITY_FIELDS
                        + ": correct it and restart the task. Nothing was lost. " + refusal.getMessage())
                : Optional.empty();
    }

    private void sendInParts(List<PersonTags> records, List<TagAction> wanted, PlatformClient client) {
        Identity person = records.get(0).identity();
        limit.sendInParts(wanted, part -> client.execute(TagValuesRequest.of(person, part)));
    }
}
