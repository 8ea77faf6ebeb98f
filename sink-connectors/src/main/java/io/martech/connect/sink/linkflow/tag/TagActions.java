package io.martech.connect.sink.linkflow.tag;

import io.martech.connect.sink.lookup.LookupCache;
import io.martech.connect.sink.operation.RecordRejectedException;
import io.martech.connect.sink.record.UnsuitableValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts tag changes to actions: looks up the tags, and converts the values to their data types. */
public final class TagActions {

    private final LookupCache<Tag> directory;
    private final Optional<TagCreation> creation;
    private final TagText text;

    /** @param creation creates missing tags, if enabled */
    public TagActions(LookupCache<Tag> directory, Optional<TagCreation> creation, TagText text) {
        this.directory = directory;
        this.creation = creation;
        this.text = text;
    }

    /**
     * One action per tag: the last record with that tag is used.
     *
     * @throws RecordRejectedException if one of the records is about a tag that cannot be written
     */
    public List<TagAction> of(List<PersonTags> records) {
        Map<Long, TagAction> byTag = new LinkedHashMap<>();
        for (PersonTags record : records) {
            for (TagChange change : record.changes()) {
                of(change).ifPresent(action -> byTag.put(action.tag().id(), action));
            }
        }
        return new ArrayList<>(byTag.values());
    }

    /** The existing tags of the records, by key. */
    public Map<String, Tag> tagsOf(List<PersonTags> records) {
        Map<String, Tag> byKey = new LinkedHashMap<>();
        for (PersonTags record : records) {
            for (TagChange change : record.changes()) {
                directory.find(change.tagKey()).ifPresent(tag -> byKey.put(tag.key(), tag));
            }
        }
        return byKey;
    }

    private Optional<TagAction> of(TagChange change) {
        Optional<Tag> tag = directory.find(change.tagKey());
        if (tag.isEmpty() && creation.isPresent()) {
            if (change.isDelete()) {
                // A tag that does not exist has no values to delete.
                return Optional.empty();
            }
            tag = Optional.of(creation.get().create(change.tagKey(), TagText.dataTypeOf(change.value())));
        }
        return Optional.of(action(change, tag.orElseThrow(() -> unknown(change))));
    }

    private TagAction action(TagChange change, Tag tag) {
        if (!tag.takesValues()) {
            throw new RecordRejectedException(
                    "tag type",
                    "The tag " + tag.key() + " is of the type " + tag.type()
                            + ". Linkflow computes such tags itself, and ignores"
                            + " values that are sent without an error; only tags of the type UPLOAD can be written. Leave the"
                            + " field " + change.field() + " out of " + TagOptions.TAG_FIELDS + ".");
        }
        return new TagAction(tag, change.isDelete() ? null : valueOf(change, tag));
    }

    private String valueOf(TagChange change, Tag tag) {
        try {
            return text.of(change.value(), tag.dataType());
        } catch (UnsuitableValueException unsuitable) {
            throw new RecordRejectedException(
                    "field " + change.field(),
                    unsuitable.of(change.field()).getMessage() + " Its tag " + tag.key() + " is of the data type "
                            + tag.dataType() + ".");
        }
    }

    private static RecordRejectedException unknown(TagChange change) {
        return new RecordRejectedException(
                "unknown tag",
                "Linkflow has no tag " + change.tagKey() + ", which the field " + change.field() + " is sent to ("
                        + TagOptions.TAG_FIELDS + "). Create it with the type UPLOAD, or set " + TagOptions.AUTO_CREATE
                        + ".");
    }
}
