package io.martech.connect.sink.linkflow.tagfile;

import io.martech.connect.client.PlatformClient;
import io.martech.connect.client.PlatformException;
import io.martech.connect.sink.linkflow.identity.Identity;
import io.martech.connect.sink.linkflow.tag.PersonTags;
import io.martech.connect.sink.linkflow.tag.Tag;
import io.martech.connect.sink.linkflow.tag.TagActions;
import io.martech.connect.sink.linkflow.tag.TagChange;
import io.martech.connect.sink.linkflow.tag.TagValuesMapping;
import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.operation.Message;
import io.martech.connect.sink.operation.Operation;
import io.martech.connect.sink.operation.Outcome;
import io.martech.connect.sink.operation.RecordRejectedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Writes tag values as files: for the contacts in a batch, one file per tag, uploaded and calculated before the next.
 * The last value per contact and tag is used within a file, and, though undocumented, that of a later file replaces an
 * earlier one; so a file may be sent twice. Single-threaded: a task has one request in flight.
 */
public final class TagFilesOperation implements Operation<PersonTags> {

    /** All records share one batch key, regardless of the contact. */
    private static final String EVERYBODY = "files";

    private final TagValuesMapping mapping;
    private final TagActions actions;
    private final LookupCache<Tag> directory;
    private final TagFileFormat format;
    private final TagFileUpload upload;
    private final TagCalculation calculation;
    private final CalculatedLines calculated = new CalculatedLines();
    private final FormTrial trial = new FormTrial();

    public TagFilesOperation(
            TagValuesMapping mapping,
            TagActions actions,
            LookupCache<Tag> directory,
            TagFileFormat format,
            TagFileUpload upload,
            TagCalculation calculation) {
        this.mapping = mapping;
        this.actions = actions;
        this.directory = directory;
        this.format = format;
        this.upload = upload;
        this.calculation = calculation;
    }

    @Override
    public Optional<Message<PersonTags>> map(SinkRecord record) {
        return mapping.of(record)
                .map(one -> new Message<>(EVERYBODY, one.addressee(), one.identities(), one.payload()));
    }

    /**
     * Detected before a file is written: a rejection for each of them would cost a calculation for each of its halves.
     */
    @Override
    public Map<Integer, RecordRejectedException> impossible(List<PersonTags> records) {
        directory.ensureLoaded(records.stream()
                .flatMap(record -> record.changes().stream())
                .map(TagChange::tagKey)
                .collect(Collectors.toSet()));
        Map<Integer, RecordRejectedException> impossible = new HashMap<>();
        for (int index = 0; index < records.size(); index++) {
            try {
                linesOf(List.of(records.get(index))).values().forEach(lines -> lines.forEach(format::check));
            } catch (RecordRejectedException reason) {
                impossible.put(index, reason);
            }
        }
        return impossible;
    }

    @Override
    public List<Outcome> send(List<PersonTags> records, PlatformClient client) {
        calculated.clear();
        return deliver(records, client);
    }

    /** Without the lines that were calculated before the whole was rejected because of another tag. */
    @Override
    public List<Outcome> sendPart(List<PersonTags> records, PlatformException refusal, PlatformClient client) {
        return deliver(records, client);
    }

    @Override
    public Optional<String> wrongSetting(PlatformException refusal) {
        return trial.wrongSetting(refusal);
    }

    private List<Outcome> deliver(List<PersonTags> records, PlatformClient client) {
        try {
            write(records, client);
        } catch (PlatformException refused) {
            boolean mayHelp =
                    TagFileUpload.UNKNOWN_TAG.equals(refused.code()) && directory.readWithout(actions.tagsOf(records));
            if (!mayHelp) {
                throw trial.refused(refused, records.size());
            }
            write(records, client);
        }
        return Collections.nCopies(records.size(), Outcome.delivered());
    }

    private void write(List<PersonTags> records, PlatformClient client) {
        linesOf(records).forEach((tagKey, lines) -> {
            List<TagLine> missing = calculated.missing(tagKey, lines);
            if (!missing.isEmpty()) {
                calculated.replacing(tagKey, missing);
                upload.send(tagKey, missing, client);
                trial.taken();
                calculation.run(tagKey);
                calculated.add(tagKey, missing);
            }
        });
    }

    /** One line per contact and tag, by tag. */
    private Map<String, List<TagLine>> linesOf(List<PersonTags> records) {
        Map<Object, List<PersonTags>> byPerson = records.stream()
                .collect(Collectors.groupingBy(
                        record -> record.identity().conflictKey(), LinkedHashMap::new, Collectors.toList()));
        Map<String, List<TagLine>> byTag = new LinkedHashMap<>();
        byPerson.values().forEach(ofPerson -> {
            Identity person = ofPerson.get(0).identity();
            actions.of(ofPerson).forEach(action -> {
                String tagKey = action.tag().key();
                byTag.computeIfAbsent(tagKey, tag -> new ArrayList<>())
                        .add(new TagLine(person, tagKey, action.value()));
            });
        });
        return byTag;
    }

    /**
     * The calculated part of a batch, by tag and contact: if the batch is rejected because of one tag, its halves need
     * not write the others again. Holds the last calculated line of a contact. Used by one thread at a time.
     */
    private static final class CalculatedLines {

        private final Map<String, Map<Object, TagLine>> byTag = new HashMap<>();

        /** Those of the tag's lines that have not been calculated as they are. */
        List<TagLine> missing(String tagKey, List<TagLine> lines) {
            Map<Object, TagLine> known = byTag.getOrDefault(tagKey, Map.of());
            return lines.stream()
                    .filter(line -> !line.equals(known.get(line.identity().conflictKey())))
                    .toList();
        }

        /** Until the calculation succeeds it is unknown which line is effective. */
        void replacing(String tagKey, List<TagLine> lines) {
            Map<Object, TagLine> known = byTag.computeIfAbsent(tagKey, tag -> new HashMap<>());
            lines.forEach(line -> known.remove(line.identity().conflictKey()));
        }

        void add(String tagKey, List<TagLine> lines) {
            Map<Object, TagLine> known = byTag.computeIfAbsent(tagKey, tag -> new HashMap<>());
            lines.forEach(line -> known.put(line.identity().conflictKey(), line));
        }

        void clear() {
            byTag.clear();
        }
    }
}
