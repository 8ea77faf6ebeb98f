package io.martech.connect.sandbox.linkflow.tag;

import com.fasterxml.jackson.databind.JsonNode;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Refusals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The tenant's tags and the values that contacts have of them. Thread-safe. */
public final class LinkflowTags {

    private static final long FIRST_ID = 382;

    private final InstantSource clock;
    private final LinkflowQuirks quirks;
    private final NavigableMap<Long, Tag> tags = new TreeMap<>();
    private final NavigableMap<Long, NavigableMap<String, String>> valuesByContact = new TreeMap<>();
    private final List<ReceivedTagAction> received = new ArrayList<>();
    private long nextId = FIRST_ID;
    private long requests;

    public LinkflowTags(InstantSource clock, LinkflowQuirks quirks) {
        this.clock = clock;
        this.quirks = quirks;
    }

    /** Adds a tag of type UPLOAD. @param dataType text, number, array, datetime or boolean. @return its {@code tagId} */
    public long add(String key, String dataType) {
        return add(key, dataType, Tag.UPLOAD);
    }

    /**
     * Adds a tag.
     *
     * @param dataType text, number, array, datetime or boolean
     * @param tagType UPLOAD, or another one of the document's types, whose values clients cannot set
     * @return its {@code tagId}
     */
    public long add(String key, String dataType, String tagType) {
        return create(key, "标签 " + key, dataType, tagType, null).id();
    }

    /** Renames a tag as people see it. */
    public synchronized void rename(String key, String name) {
        tags.replaceAll((id, tag) -> tag.key().equals(key) ? tag.named(name) : tag);
    }

    /** Deletes a tag and all values of it. */
    public synchronized void delete(String key) {
        tags.values().removeIf(tag -> tag.key().equals(key));
        valuesByContact.values().forEach(values -> values.remove(key));
    }

    /** How many tags were ever added. */
    public synchronized long created() {
        return nextId - FIRST_ID;
    }

    /** The id of a tag. */
    public synchronized Optional<Long> idOf(String key) {
        return tags.values().stream()
                .filter(tag -> tag.key().equals(key))
                .map(Tag::id)
                .findFirst();
    }

    /** Every tag in the form of the list, by key. */
    public synchronized NavigableMap<String, JsonNode> byKey() {
        NavigableMap<String, JsonNode> byKey = new TreeMap<>();
        tags.values().forEach(tag -> byKey.put(tag.key(), tag.render(quirks.time())));
        return byKey;
    }

    /** The identity type that a client created a tag for; absent for other tags. */
    public synchronized Optional<String> identityTypeOf(String key) {
        return tags.values().stream()
                .filter(tag -> tag.key().equals(key) && tag.identityType() != null)
                .map(Tag::identityType)
                .findFirst();
    }

    /** Lets the platform itself give a contact a value, of a tag of any type. */
    public synchronized void set(long contactId, String key, String value) {
        valuesByContact.computeIfAbsent(contactId, id -> new TreeMap<>()).put(key, value);
    }

    /** Lets the platform itself take a value away. */
    public synchronized void unset(long contactId, String key) {
        valuesByContact.getOrDefault(contactId, new TreeMap<>()).remove(key);
    }

    /** The values that a contact has, by tag key; empty when it has none. */
    public synchronized NavigableMap<String, String> valuesOf(long contactId) {
        return new TreeMap<>(valuesByContact.getOrDefault(contactId, new TreeMap<>()));
    }

    /** The values of every contact that has any, by contact and tag key. */
    public synchronized NavigableMap<Long, Map<String, String>> valuesByContact() {
        NavigableMap<Long, Map<String, String>> copy = new TreeMap<>();
        valuesByContact.forEach((contact, values) -> {
            if (!values.isEmpty()) {
                copy.put(contact, new TreeMap<>(values));
            }
        });
        return copy;
    }

    /** Every action that was accepted, in the order in which it was applied, the ignored ones included. */
    public synchronized List<ReceivedTagAction> received() {
        return new ArrayList<>(received);
    }

    /** How many accepted actions had no effect, which was not reported to the clients. */
    public synchronized long ignoredCount() {
        return received.stream().filter(ReceivedTagAction::isIgnored).count();
    }

    /** The tags that the list shows at present, by id. */
    public synchronized List<Tag> listed() {
        Instant newest = clock.instant().minus(quirks.tags.listDelay.get());
        return tags.values().stream()
                .filter(tag -> !tag.created().isAfter(newest))
                .toList();
    }

    /** @throws ApiRefusal B01151 and B00037 */
    public synchronized Tag create(String key, String name, String dataType, String type, String identityType) {
        if (idOf(key).isPresent()) {
            throw Refusals.of(500, "B01151", "标签已经存在");
        }
        if (tags.size() >= quirks.tags.quota.get()) {
            throw Refusals.of(500, "B00037", "标签超过配额数");
        }
        Instant now = clock.instant();
        Instant calculated = type.equals(Tag.UPLOAD) ? null : now;
        Tag tag = new Tag(nextId++, key, name, dataType, type, identityType, now, calculated);
        tags.put(tag.id(), tag);
        return tag;
    }

    /** A calculation of the tag has ended well. */
    synchronized void calculated(String key, Instant time) {
        tags.replaceAll((id, tag) -> tag.key().equals(key) ? tag.calculatedAt(time) : tag);
    }

    /** Applies all actions of a request, or none. @throws ApiRefusal when one of them is refused */
    public synchronized void apply(TagActions request, long contactId) {
        request.actions().forEach(this::check);
        NavigableMap<String, String> values = valuesByContact.computeIfAbsent(contactId, id -> new TreeMap<>());
        for (TagActions.Action action : request.actions()) {
            Tag tag = tags.get(action.tagId());
            boolean isIgnored = tag == null || !tag.takesUploads();
            if (!isIgnored && action.value() != null) {
                values.put(tag.key(), action.value());
            } else if (!isIgnored) {
                values.remove(tag.key());
            }
            received.add(new ReceivedTagAction(
                    received.size(),
                    requests,
                    request.identity(),
                    contactId,
                    action.tagId(),
                    tag == null ? null : tag.key(),
                    action.action(),
                    action.value(),
                    isIgnored,
                    clock.instant()));
        }
        requests++;
    }

    private void check(TagActions.Action action) {
        Tag tag = tags.get(action.tagId());
        if (tag == null && quirks.tags.unknownTagCode.get() != null) {
            throw Refusals.of(500, quirks.tags.unknownTagCode.get(), "标签不存在");
        }
        if (action.value() != null && action.value().equals(quirks.refusalMarker.get())) {
            throw Refusals.illegalParameter("value [" + action.value() + "]");
        }
        if (tag != null && tag.takesUploads() && action.value() != null && quirks.tags.valuesChecked.get()) {
            TagDataType.named(tag.dataType()).orElseThrow().check(action.value(), quirks.time());
        }
    }
}
