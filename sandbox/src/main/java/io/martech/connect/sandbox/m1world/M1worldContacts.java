package io.martech.connect.sandbox.m1world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.martech.connect.sandbox.m1world.account.Account;
import io.martech.connect.sandbox.m1world.account.Contact;
import io.martech.connect.sandbox.m1world.account.ContactForm;
import io.martech.connect.sandbox.m1world.account.GeneratedContact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;

/**
 * The contacts of an {@link M1worldPlatform}, and the hand that changes them behind the clients' backs; none at first.
 * Thread-safe.
 */
public final class M1worldContacts {

    private final Account account;
    private final ContactForm form;
    private final GeneratedContact generator;

    /** @param account its monitor guards all that is done here */
    M1worldContacts(Account account, GeneratedContact generator) {
        this.account = account;
        this.form = new ContactForm(account);
        this.generator = generator;
    }

    /** Inserts a contact with generated content, as if through the platform's own pages. @return its id */
    public long insert() {
        synchronized (account) {
            long id = account.contacts.nextId();
            long now = account.now();
            account.contacts.put(new Contact(id, now, now, generator.fields(id), Map.of(), Set.of()));
            return id;
        }
    }

    /** Inserts contacts with generated content. @return their ids, ascending */
    public List<Long> insert(int count) {
        List<Long> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(insert());
        }
        return ids;
    }

    /** Gives a contact other content; what identifies it stays. */
    public void update(long id) {
        synchronized (account) {
            Contact contact = require(id);
            account.contacts.put(contact.withContent(generator.fields(id), contact.properties(), account.now()));
        }
    }

    /** Sets a field of text, {@code email} for example, of a contact. */
    public void update(long id, String field, String text) {
        synchronized (account) {
            Contact contact = require(id);
            Map<String, JsonNode> fields = new HashMap<>(contact.fields());
            fields.put(field, TextNode.valueOf(text));
            account.contacts.put(contact.withContent(fields, contact.properties(), account.now()));
        }
    }

    /** Gives contacts at random other content. @return their ids, one per update */
    public List<Long> updateRandom(int count) {
        synchronized (account) {
            List<Long> all = account.contacts.all().stream().map(Contact::id).toList();
            List<Long> ids = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                ids.add(all.get(generator.below(all.size())));
                update(ids.get(i));
            }
            return ids;
        }
    }

    /** Puts a contact into a group, which comes into being if there is none of that name. */
    public void putIntoGroup(long id, String groupName) {
        synchronized (account) {
            Contact contact = require(id);
            Set<Long> groups = new HashSet<>(contact.groups());
            groups.add(account.groups.findOrAdd(groupName, account.now()).id());
            account.contacts.put(contact.inGroups(groups));
        }
    }

    /** Deletes a contact. */
    public void delete(long id) {
        synchronized (account) {
            account.contacts.remove(id);
        }
    }

    /** Every contact as it stands, in the form of the list, by id. */
    public NavigableMap<Long, JsonNode> byId() {
        synchronized (account) {
            NavigableMap<Long, JsonNode> byId = new TreeMap<>();
            account.contacts.all().forEach(contact -> byId.put(contact.id(), form.listed(contact)));
            return byId;
        }
    }

    /** The contacts with a text in a field, {@code email} for example, in the form of the list; the oldest first. */
    public List<JsonNode> with(String field, String text) {
        synchronized (account) {
            List<JsonNode> found = new ArrayList<>();
            account.contacts.find(field, text).forEach(contact -> found.add(form.listed(contact)));
            return found;
        }
    }

    /** The values of a contact's custom fields by the names of these fields. */
    public Map<String, String> propertiesOf(long id) {
        synchronized (account) {
            Map<String, String> values = new TreeMap<>();
            require(id)
                    .properties()
                    .forEach((property, value) ->
                            values.put(account.properties.get(property).label(), value));
            return values;
        }
    }

    /** The names of the groups that a contact belongs to. */
    public List<String> groupsOf(long id) {
        synchronized (account) {
            return require(id).groups().stream()
                    .map(account.groups::nameOf)
                    .sorted()
                    .toList();
        }
    }

    /** How many contacts there are. */
    public int count() {
        synchronized (account) {
            return account.contacts.size();
        }
    }

    private Contact require(long id) {
        return account.contacts.find(id).orElseThrow(() -> new NoSuchElementException("There is no contact " + id));
    }
}
