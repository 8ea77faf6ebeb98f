package io.martech.connect.sandbox.linkflow.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.generated.History;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * The contacts of a {@link LinkflowPlatform}, and the hand that changes them behind the clients' backs; none at first. Thread-safe.
 * Methods that return contacts show the newest state, seen by readers or not, in the form of the detail call with open ids.
 */
public final class LinkflowContacts {

    private final InstantSource clock;
    private final LinkflowQuirks quirks;
    private final Contacts store;

    public LinkflowContacts(InstantSource clock, LinkflowQuirks quirks, Contacts store) {
        this.clock = clock;
        this.quirks = quirks;
        this.store = store;
    }

    /** Inserts a named contact with generated content. @return its id */
    public long insert() {
        return store.insert(false);
    }

    /** Inserts an anonymous contact with generated content. @return its id */
    public long insertAnonymous() {
        return store.insert(true);
    }

    /** Inserts named contacts with generated content, all of them within the present second. @return their ids */
    public List<Long> insert(int count) {
        return LongStream.generate(this::insert).limit(count).boxed().toList();
    }

    /**
     * Inserts a named contact with times of its own, visible at once.
     *
     * @param updated null for a row that the platform shows without {@code lastUpdated}; no window shows such a row
     */
    public long insertWithTimes(Instant created, Instant updated) {
        return store.insertHistoric(created.getEpochSecond(), Row.updateSecond(updated), false);
    }

    /** Inserts named contacts created one after the other in the time before the present; visible at once. */
    public List<Long> insertHistory(int count, Duration span) {
        return History.spread(count, span, clock, second -> store.insertHistoric(second, second, false));
    }

    /** Updates a contact now: other content. */
    public void update(long id) {
        store.table().update(id, true);
    }

    /** Changes a contact's content without moving its {@code lastUpdated}: no window shows that. */
    public void changeInSilence(long id) {
        store.table().changeInSilence(id);
    }

    /** Updates a contact now by editing its fields. */
    public void update(long id, Consumer<ObjectNode> edit) {
        store.update(id, quirks.time(), row -> {
            edit.accept(row);
            return row;
        });
    }

    /** Updates contacts at random, a few hot ones again and again. @return the ids, one per update */
    public List<Long> updateRandom(int count) {
        return store.table().updateAny(count);
    }

    /** Deletes a contact, as a merge with another one would. */
    public void delete(long id) {
        store.delete(id);
    }

    /** Every contact as it stands, by id. */
    public NavigableMap<Long, JsonNode> byId() {
        return store.table().newestById(quirks.time());
    }

    /** A contact as it stands. */
    public Optional<JsonNode> find(long id) {
        return store.table().newest(id).map(row -> row.render(quirks.time()));
    }

    /** The id of the contact that an identity belongs to. */
    public Optional<Long> with(Identity identity) {
        return store.find(identity);
    }

    /** The ids of all contacts, ascending. */
    public List<Long> ids() {
        return store.table().newest().stream().map(Row::id).sorted().toList();
    }

    /** How many contacts there are, named and anonymous. */
    public int count() {
        return store.table().size();
    }

    public Contacts store() {
        return store;
    }
}
