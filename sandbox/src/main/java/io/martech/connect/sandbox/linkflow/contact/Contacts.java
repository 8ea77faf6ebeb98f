package io.martech.connect.sandbox.linkflow.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.martech.connect.sandbox.linkflow.generated.GeneratedContact;
import io.martech.connect.sandbox.linkflow.model.Content;
import io.martech.connect.sandbox.linkflow.model.Identity;
import io.martech.connect.sandbox.linkflow.model.PlatformTime;
import io.martech.connect.sandbox.linkflow.model.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The table of contacts and the identities by which they are found. Thread-safe. */
public final class Contacts {

    private final Table table;
    private final Map<String, Long> idsByIdentity = new HashMap<>();

    public Contacts(Table table) {
        this.table = table;
    }

    public Table table() {
        return table;
    }

    synchronized long insert(boolean anonymous) {
        long id = table.insert(anonymous);
        bind(id, GeneratedContact.identities(id, anonymous));
        return id;
    }

    synchronized long insertHistoric(long createdSecond, long updatedSecond, boolean anonymous) {
        long id = table.insertHistoric(createdSecond, updatedSecond, anonymous);
        bind(id, GeneratedContact.identities(id, anonymous));
        return id;
    }

    /** Inserts a contact that is known by some identities. */
    synchronized long insert(Content content, List<Identity> identities) {
        long id = table.insert(content, false);
        bind(id, identities);
        return id;
    }

    /** Edits a contact; it counts as anonymous if its field says so afterwards. */
    synchronized void update(long id, PlatformTime time, UnaryOperator<ObjectNode> edit) {
        table.update(id, time, edit);
    }

    synchronized void delete(long id) {
        table.delete(id);
        idsByIdentity.values().removeIf(contact -> contact == id);
    }

    /** The contact known by an identity. */
    public synchronized Optional<Long> find(Identity identity) {
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
}
