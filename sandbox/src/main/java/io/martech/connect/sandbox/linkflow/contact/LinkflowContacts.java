package io.martech.connect.sandbox.linkflow.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.LinkflowPlatform;
import io.martech.connect.sandbox.linkflow.generated.GeneratedContact;
import io.martech.connect.sandbox.linkflow.generated.History;
import io.martech.connect.sandbox.linkflow.model.Content;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.LinkflowQuirks;
import io.martech.connect.sandbox.linkflow.model.Row;
import io.martech.connect.sandbox.linkflow.model.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * The contacts of a {@link LinkflowPlatform} and the identities by which they are found, and the hand that changes them behind the
 * clients' backs; none at first. Thread-safe. Methods that return contacts show the newest state, seen by readers or not, in the form of
 * the detail call with open ids.
 */
public final class LinkflowContacts {
    private final InstantSource clock;
    private final LinkflowQuirks quirks;
    private final Table table;
    private final Map<String, Long> idsByIdentity = new HashMap<>();

    public LinkflowContacts(InstantSource clock, LinkflowQuirks quirks, Table table) {
        this.clock = clock;
        this.quirks = quirks;
        this.table = table;
    }

    /** Inserts a named contact with generated content. @return its id */
    public long insert() {
        return insert(false);
    }

    /** Inserts an anonymous contact with generated content. @return its id */
    public long insertAnonymous() {
        return insert(true);
    }

    private synchronized long insert(boolean anonymous) {
        long id = table.insert(anonymous);
        bind(id, GeneratedContact.identities(id, anonymous));
        return id;
    }

    /** Inserts a contact that is known by some identities. */
    synchronized long insert(Content content, List<Identity> identities) {
        long id = table.insert(content, false);
        bind(id, identities);
        return id;
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
        return insertHistoric(created.getEpochSecond(), Row.updateSecond(updated));
    }

    /** Inserts named contacts created one after the other in the time before the present; visible at once. */
    public List<Long> insertHistory(int count, Duration span) {
        return History.spread(count, span, clock, second -> insertHistoric(second, second));
    }

    private synchronized long insertHistoric(long createdSecond, long updatedSecond) {
        long id = table.insertHistoric(createdSecond, updatedSecond, false);
        bind(id, GeneratedContact.identities(id, false));
        return id;
    }

    /** Updates a contact now: other content. */
    public void update(long id) {
        table.update(id, true);
    }

    /** Changes a contact's content without moving its {@code lastUpdated}: no window shows that. */
    public void changeInSilence(long id) {
        table.changeInSilence(id);
    }

    /** Updates a contact now by editing its fields; it counts as anonymous if its field says so afterwards. */
    public void update(long id, Consumer<ObjectNode> edit) {
        edit(id, row -> {
            edit.accept(row);
            return row;
        });
    }

    void edit(long id, UnaryOperator<ObjectNode> edit) {
        table.update(id, quirks.time(), edit);
    }

    /** Updates contacts at random, a few hot ones again and again. @return the ids, one per update */
    public List<Long> updateRandom(int count) {
        return table.updateAny(count);
    }

    /** Deletes a contact, as a merge with another one would. */
    public synchronized void delete(long id) {
        table.delete(id);
        idsByIdentity.values().removeIf(contact -> contact == id);
    }

    /** Every contact as it stands, by id. */
    public NavigableMap<Long, JsonNode> byId() {
        return table.newestById(quirks.time());
    }

    /** A contact as it stands. */
    public Optional<JsonNode> find(long id) {
        return table.newest(id).map(row -> row.render(quirks.time()));
    }

    /** The id of the contact that an identity belongs to. */
    public synchronized Optional<Long> with(Identity identity) {
        return Optional.ofNullable(idsByIdentity.get(identity.key()));
    }

    /** The identities of a contact, in the order of their types. */
    public synchronized List<Identity> identitiesOf(long id) {
        return idsByIdentity.entrySet().stream()
                .filter(entry -> entry.getValue() == id)
                .map(entry -> Identity.ofKey(entry.getKey()))
                .sorted(Comparator.comparing(Identity::type).thenComparing(Identity::id))
                .toList();
    }

    /** Lets a contact be found by more identities; one that belongs to another contact stays there. */
    synchronized void bind(long id, List<Identity> identities) {
        identities.forEach(identity -> idsByIdentity.putIfAbsent(identity.key(), id));
    }

    /** The ids of all contacts, ascending. */
    public List<Long> ids() {
        return table.newest().stream().map(Row::id).sorted().toList();
    }

    /** How many contacts there are, named and anonymous. */
    public int count() {
        return table.size();
    }

    public Table table() {
        return table;
    }
}
